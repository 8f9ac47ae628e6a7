"""Addresses of the desk."""

from django.urls import reverse

from questions.models import Question


def address(name: str, question: Question) -> str:
    return reverse(f"desk_{name}", args=[question.pk])
