"""Addresses of this app."""

from django.urls import path
from django.views.generic import RedirectView

from questions.views import asking, desk, lists, reading, stop_letters, ticket, ticket_more

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
    path("ticket/", ticket_more.ticket_code, name="ticket_code"),
    path("ticket/<slug:secret>/", ticket.ticket, name="ticket"),
    path("ticket/<slug:secret>/withdraw/", ticket.ticket_withdraw, name="ticket_withdraw"),
    path("ticket/<slug:secret>/details/", ticket_more.ticket_details, name="ticket_details"),
    path("ticket/<slug:secret>/follow-up/", ticket_more.ticket_follow_up, name="ticket_follow_up"),
    path("ticket/<slug:secret>/e-mail/", ticket_more.ticket_email, name="ticket_email"),
    path("ticket/<slug:secret>/data/", ticket_more.ticket_data, name="ticket_data"),
    path(
        "letters/<int:number>/<slug:signature>/stop/",
        stop_letters.letters_stop,
        name="letters_stop",
    ),
    path("desk/", desk.desk, name="desk"),
    path("desk/questions/<int:pk>/", desk.desk_question, name="desk_question"),
    path("desk/questions/<int:pk>/claim/", desk.desk_claim, name="desk_claim"),
    path("desk/questions/<int:pk>/release/", desk.desk_release, name="desk_release"),
    path("desk/questions/<int:pk>/save/", desk.desk_save, name="desk_save"),
    path("desk/questions/<int:pk>/preview/", desk.desk_preview, name="desk_preview"),
    path("desk/questions/<int:pk>/publish/", desk.desk_publish, name="desk_publish"),
]
