"""Addresses of this app."""

from django.urls import path
from django.views.generic import RedirectView

from questions.views import asking, desk, desk_readings, desk_reviews, lists, reading, ticket

urlpatterns = [
    path("questions/", lists.question_list, name="questions"),
    path("questions/<int:pk>/", reading.question_short, name="question_short"),
    path("questions/<int:pk>/report/", reading.question_report, name="report"),
    path(
        "questions/<int:pk>/similar/<int:other>/report/",
        reading.similar_report,
        name="similar_report",
    ),
    path("questions/<int:pk>/<str:slug>/", reading.question_detail, name="question"),
    path("specialties/", lists.specialty_list, name="specialties"),
    path("specialties/<str:slug>/", lists.specialty_detail, name="specialty"),
    path("tags/", RedirectView.as_view(pattern_name="questions")),
    path("tags/<str:slug>/", lists.tag_detail, name="tag"),
    path("ask/", asking.who, name="ask"),
    path("ask/question/", asking.question, name="ask_question"),
    path("ask/question/similar/", asking.typed_similar, name="ask_typed_similar"),
    path("ask/contact/", asking.contact, name="ask_contact"),
    path("ask/similar/", asking.similar, name="ask_similar"),
    path("ask/check/", asking.check, name="ask_check"),
    path("ask/sent/", asking.sent, name="ask_sent"),
    path("ticket/<slug:secret>/", ticket.ticket, name="ticket"),
    path("ticket/<slug:secret>/withdraw/", ticket.ticket_withdraw, name="ticket_withdraw"),
    path("desk/", desk.desk, name="desk"),
    path("desk/reviews/", desk_reviews.desk_reviews, name="desk_reviews"),
    path("desk/replies/<int:pk>/confirm/", desk_reviews.desk_confirm, name="desk_confirm"),
    path("desk/replies/<int:pk>/correct/", desk_reviews.desk_correct, name="desk_correct"),
    path("desk/replies/<int:pk>/compare/", desk_reviews.desk_compare, name="desk_compare"),
    path("desk/readings/", desk_readings.desk_readings, name="desk_readings"),
    path("desk/readings/<int:pk>/", desk_readings.desk_reading, name="desk_reading"),
    path("desk/readings/<int:pk>/approve/", desk_readings.desk_approve, name="desk_approve"),
    path("desk/readings/<int:pk>/back/", desk_readings.desk_send_back, name="desk_send_back"),
    path("desk/replies/<int:pk>/take/", desk_readings.desk_take_back, name="desk_take_back"),
    path("desk/questions/<int:pk>/second/", desk_readings.desk_second, name="desk_second"),
    path(
        "desk/questions/<int:pk>/second/publish/",
        desk_readings.desk_second_publish,
        name="desk_second_publish",
    ),
    path("desk/questions/<int:pk>/", desk.desk_question, name="desk_question"),
    path("desk/questions/<int:pk>/claim/", desk.desk_claim, name="desk_claim"),
    path("desk/questions/<int:pk>/release/", desk.desk_release, name="desk_release"),
    path("desk/questions/<int:pk>/save/", desk.desk_save, name="desk_save"),
    path("desk/questions/<int:pk>/preview/", desk.desk_preview, name="desk_preview"),
    path("desk/questions/<int:pk>/publish/", desk.desk_publish, name="desk_publish"),
]
