"""Addresses of this app."""

from django.urls import path
from django.views.generic import RedirectView

from questions.views import asking, attachments, desk, desk_writing, lists, phrases, reading, ticket

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
    path("attachments/<slug:key>/", attachments.attachment, name="attachment"),
    path("desk/", desk.desk, name="desk"),
    path("desk/phrases/", phrases.phrases, name="phrases"),
    path("desk/phrases/<int:pk>/", phrases.phrase, name="phrase"),
    path("desk/phrases/<int:pk>/delete/", phrases.phrase_delete, name="phrase_delete"),
    path("desk/questions/<int:pk>/", desk.desk_question, name="desk_question"),
    path("desk/questions/<int:pk>/claim/", desk.desk_claim, name="desk_claim"),
    path("desk/questions/<int:pk>/release/", desk.desk_release, name="desk_release"),
    path("desk/questions/<int:pk>/save/", desk.desk_save, name="desk_save"),
    path("desk/questions/<int:pk>/draft/", desk_writing.desk_draft, name="desk_draft"),
    path("desk/questions/<int:pk>/keep/", desk_writing.desk_keep, name="desk_keep"),
    path("desk/questions/<int:pk>/live/", desk_writing.desk_live, name="desk_live"),
    path("desk/questions/<int:pk>/attach/", attachments.desk_attach, name="desk_attach"),
    path("desk/questions/<int:pk>/detach/", attachments.desk_detach, name="desk_detach"),
    path("desk/questions/<int:pk>/phrase/", phrases.desk_phrase, name="desk_phrase"),
    path("desk/questions/<int:pk>/preview/", desk.desk_preview, name="desk_preview"),
    path("desk/questions/<int:pk>/publish/", desk.desk_publish, name="desk_publish"),
]
