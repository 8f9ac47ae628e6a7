"""Addresses of this app."""

from django.urls import path

from doctors import views

urlpatterns = [
    path("doctors/", views.doctor_list, name="doctors"),
    path("doctors/<str:slug>/", views.doctor_detail, name="doctor"),
]
