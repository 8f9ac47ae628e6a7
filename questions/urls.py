"""Addresses of this app."""

from django.urls import path

from questions.views import asking, ticket

urlpatterns = [
    path("ask/", asking.who, name="ask"),
    path("ask/question/", asking.question, name="ask_question"),
    path("ask/contact/", asking.contact, name="ask_contact"),
    path("ask/similar/", asking.similar, name="ask_similar"),
    path("ask/check/", asking.check, name="ask_check"),
    path("ask/sent/", asking.sent, name="ask_sent"),
    path("ticket/<slug:secret>/", ticket.ticket, name="ticket"),
    path("ticket/<slug:secret>/withdraw/", ticket.ticket_withdraw, name="ticket_withdraw"),
]
