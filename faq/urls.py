"""Addresses of this app."""

from django.urls import path

from faq import views

urlpatterns = [
    path("faq/", views.topic_list, name="topics"),
    path("faq/<str:slug>/", views.topic_detail, name="topic"),
]
