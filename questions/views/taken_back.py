"""What stands at the address of something that is not public."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from doctors.days import day_text
from questions.models import Question


def missing(request: HttpRequest, pk: int) -> HttpResponse:
    """Of what readers could see before, that it is gone, and of what a moderator took off the site why;
    all else looks as if it had never been."""
    fields = ("status", "retracted_at", "retraction_reason")
    question = Question.objects.taken_back().only(*fields).filter(pk=pk).first()
    if question is None:
        raise Http404("no such question")
    context = {
        "number": pk,
        "is_withdrawn": question.status == Question.Status.WITHDRAWN,
        "day": day_text(question.retracted_at) if question.retracted_at else "",
        "reason": question.retraction_reason,
        "is_written_anew": question.is_written_anew,
    }
    return render(request, "questions/question_gone.html", context, status=410)
