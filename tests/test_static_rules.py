"""What the code never does, read from its text: no row a reader must not see, no markup that nobody cleaned.

Each exception has its reason beside it. One that is no longer needed fails as well.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

from tests.test_architecture import PROJECT, ROOMS, files, imported

# Words of the querysets that choose for themselves whose eyes a row is for.
CHOOSE = {
    *("published", "standing", "carrying", "taken_back"),  # everyone's
    *("held_by", "at_desk_of", "waiting_for", "to_read_by", "of"),  # a doctor's
    *("to_read", "review_due", "due", "run_out", "next_place"),  # what staff and worker have to do
    *("signed", "answered_times"),  # by the secret of a link; times without a word
    *("bulk_create", "bulk_update", "add"),
}
# Where rows of every status are read: what is written there, or who comes there.
EVERY_STATUS = {
    "questions/actions/": "changes rows that a view has found and authorised, and locks them",
    "questions/admin/": "moderators",
    "questions/forms/moderation.py": "moderators",
    "questions/forms/desk.py": "the doctor's own draft",
    "questions/forms/later.py": "the doctor's own draft",
    "questions/forms/phrase.py": "the doctor's own phrases",
    "questions/forms/sources.py": "forms are called so, not rows",
    "questions/models/question_queryset.py at_desk_of": "what a doctor has begun; a word that chooses",
    "questions/models/reply.py": "a row writes itself",
    "questions/models/addition.py mark_read": "a row writes itself",
    "questions/models/report.py handle": "a row writes itself",
    "questions/models/question.py lacks_details": "what may become of a row",
    "questions/models/question.py own_findings": "before a row is sent or published",
    "questions/models/reply_shown.py": "parts of a reply, for whoever may see that",
    "questions/models/letter.py": "whom to write to",
    "questions/facts.py": "doctors, on the desk",
    "questions/talk.py": "doctors, on the desk",
    "questions/progress.py": "the asker's own question",
    "doctors/models.py suspend": "a row writes itself",
    "doctors/actions.py": "invitations, by moderators and by the secret of one",
    "doctors/invitation.py revoke": "moderators",
    "doctors/admin.py": "moderators",
    "doctors/letters.py": "whom to write to",
    "faq/admin.py": "moderators",
    "faq/forms.py": "moderators",
    "askdoctor/backups.py _dump": "the operator's backup",
    "askdoctor/management/commands/seal_anew.py": "the operator's other key",
    "questions/views/desk": "doctors, whose rooms test_access.py opens one by one",
    "questions/views/at_desk.py": "doctors",
    "questions/views/phrases.py": "the doctor's own phrases",
    "questions/views/ticket": "the asker's own question, found by the secret",
    "questions/ticket_data.py": "the asker's own question, found by the secret",
    "questions/letters.py": "whom to write to",
    "questions/rulings.py": "moderators",
    "questions/rendering.py": "stores the HTML of a row, whatever its status",
    "faq/actions.py": "what has to be worked out again",
    "askdoctor/work.py": "counts for moderators",
    "askdoctor/worker.py": "what has to be worked out again",
    "askdoctor/content/load": "the operator's import",
    "askdoctor/corpus/": "the operator's synthetic site",
    "askdoctor/demo/": "the demonstration",
}
# Readers come here: one function after the other.
FOR_READERS = {
    "askdoctor/content/export.py question": "from rows that are public; one without a public reply is none",
    "askdoctor/content/export.py reply": "parts of a reply that is public",
    "askdoctor/content/export.py topic": "numbers of those that are published, fetched before",
    "askdoctor/content/export.py _retracted": "a number and a reason, without a word of the question",
    "faq/related.py refresh": "the day of publishing, copied for the order of lists",
    "questions/already_answered.py waiting_like": "what a moderator sees beside a question",
    "questions/page.py _corrections": "inside a statement that starts from published()",
    "questions/page.py _sources": "inside a statement that starts from published()",
    "questions/page.py _attachments": "inside a statement that starts from published()",
    "questions/ticket_code.py contact_with": "the asker's own, by number and code under a limit",
    "questions/views/asking.py sent": "the asker's own, by the submission in their session",
    "questions/page.py _replies": "inside a statement that starts from published()",
    "questions/page.py _topics": "inside a statement that starts from published()",
    "questions/views/lists.py question_list": "published() is said in _page",
    "questions/views/lists.py specialty_detail": "published() is said in _page",
}
# Who says that a text is markup, and why it is.
SAFE = {
    "questions/highlight.py": "every piece is escaped, and only <mark> is put between",
    "questions/models/stored_html.py": "rendering.py stored it, through the allow-list",
    "questions/search.py": "names the type of what highlight.py has made",
    "questions/structured_data.py": "JSON without <, > and &",
}
UNESCAPED = {
    "doctors/letters/letter.txt": "plain text of a letter",
    "questions/letters/letter.txt": "plain text of a letter",
}
SAFE_IN_TEMPLATE = re.compile(r"\|\s*safe(?:seq)?\b|\bautoescape\s+off\b|\bfilter\s+safe")
NAMED_BY_A_VARIABLE = re.compile(
    r"[\w)\]]\[[^\]\d\"']+\]\s*(?:[|&?]{2})?=(?![=>])|__proto__"
    r"|Object\.(?:assign\((?!.*\{)|setPrototypeOf|defineProperty)"
)
# Two names, which stand before it.
NAMED_BY_US = {
    (
        "draft.js",
        'for (const name of ["text", "explanation"]) here[name] = form.elements[name].value;',
    )
}
MARKUP_IN_SCRIPT = re.compile(
    r"\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser"
)
# The fragments are templates of the site, fetched from it.
SCRIPTS = {"ask.js", "suggest.js", "writing.js"}
IN_ELEMENT = re.compile(
    r"<script(?![^>]*(?:\ssrc=|\stype=.application/(?:ld\+)?json))|<style\b|\sstyle="
)
HANDLER = re.compile(r"<[^>]*\son[a-z]+\s*=|href=\"javascript:", re.I)


def place(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


# Models whose rows hold no text and no address that is hidden from anybody. A new one is not among them.
FOR_EVERYBODY = {
    *("Specialty", "Doctor", "Topic", "Tag", "Synonym", "AnswerTime"),  # pages show them
    *("RelatedTopic", "TaggedQuestion"),  # which belongs to which, by number
    *("SearchDocument", "SimilarList", "SimilarQuestion"),  # of published questions alone
    *("QuestionProfile", "ProfileKeys", "FeatureCounts", "SearchWord"),  # reckoned with
    *("CountedQuestion", "SentCount", "TicketTries"),  # counts, under hashes
}


def hidden_models() -> set[type[Model]]:
    """Those whose rows not everybody may read."""
    models = {each for room in ROOMS for each in apps.get_app_config(room).get_models()}
    return {each for each in models if each.__name__ not in FOR_EVERYBODY}


def relations_to(hidden: set[type[Model]]) -> set[str]:
    """By what name other rows lead to several of them, or to the one that points to them."""
    fields = {field for model in apps.get_models() for field in model._meta.get_fields()}
    leads = {each for each in fields if each.is_relation and each.related_model in hidden}
    back = {each.get_accessor_name() for each in leads if each.auto_created and not each.hidden}
    return back | {each.name for each in leads if each.many_to_many and not each.auto_created}


# By whatever name a query of such rows starts.
MODELS = {each.__name__ for each in hidden_models()}
MANAGERS = {"objects", "_default_manager", "_base_manager", "history"}
RELATED = relations_to(hidden_models())
SHORTCUTS = {"get_object_or_404", "get_list_or_404"}


def starts(path: Path) -> Iterator[str]:
    """The functions in which a query of such rows starts without a word that chooses."""
    tree = ast.parse(path.read_text())
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
    asked = {
        id(each.value): each.attr for each in ast.walk(tree) if isinstance(each, ast.Attribute)
    }
    for node in ast.walk(tree):
        is_start = _is_every_row(node) and asked.get(id(node)) not in CHOOSE
        if _is_shortcut(node) or (is_start and (id(node) in asked or node.attr not in RELATED)):
            around = [each for each in functions if each.lineno <= node.lineno <= each.end_lineno]
            yield around[-1].name if around else "module"


def _is_every_row(node: ast.AST) -> bool:
    """`Question.objects`, `doctor.replies` and the like."""
    if not isinstance(node, ast.Attribute):
        return False
    of_model = isinstance(node.value, ast.Name) and node.value.id in MODELS
    return (node.attr in MANAGERS and of_model) or node.attr in RELATED


def _is_shortcut(node: ast.AST) -> bool:
    """`get_object_or_404(Question, …)`."""
    return (
        isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in SHORTCUTS
        and isinstance(node.args[0], ast.Name)
        and node.args[0].id in MODELS
    )


def test_readers_get_rows_by_a_word_that_chooses():
    found = {
        f"{place(path)} {name}" for room in ROOMS for path in files(room) for name in starts(path)
    }
    elsewhere = {each for each in found if not each.startswith(tuple(EVERY_STATUS))}
    assert elsewhere == set(FOR_READERS)
    unneeded = [room for room in EVERY_STATUS if not any(each.startswith(room) for each in found)]
    assert not unneeded


def test_models_for_everybody_are_there_still():
    models = {each.__name__ for room in ROOMS for each in apps.get_app_config(room).get_models()}
    assert models >= FOR_EVERYBODY


SAYS_SAFE = {"mark_safe", "SafeString", "SafeText"}


def names_in(path: Path) -> set[str]:
    """Those that are used, also as part of a module."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    return {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.attr for node in nodes if isinstance(node, ast.Attribute)
    }


def test_only_who_has_escaped_it_calls_a_text_safe():
    found = {place(path) for room in ROOMS for path in files(room) if names_in(path) & SAYS_SAFE}
    assert found == set(SAFE)


# Modules that speak to another machine, and what of ours may.
SPEAKS = {
    *("http.client", "urllib.request", "requests", "httpx", "httpcore", "aiohttp", "urllib3"),
    *("ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc.client", "paramiko"),
    *("socket", "ssl", "pycurl", "websockets", "websocket", "asyncio", "_socket"),
}
# Words by which asyncio opens a connection, and programs that fetch.
OPENS = {"open_connection", "create_connection", "urlopen", "urlretrieve"}
FETCHES = re.compile(r"(?:^|/)(?:curl|wget|nc|ncat|ssh|scp|rsync|ftp|telnet)(?:\s|$)")
MAY_SPEAK = {
    "doctors/postman.py": "the names of what a mail server refuses",
    "askdoctor/embedded_postgres.py": "the database's private socket",
    "askdoctor/management/commands/run.py": "whether the port is free",
}


def test_nothing_of_ours_asks_another_host():
    """No address is fetched, whoever typed it; database, mail server and cache are of the settings."""
    found = {place(path) for room in ROOMS for path in files(room) if speaks(path)}
    assert found == set(MAY_SPEAK)


def speaks(path: Path) -> bool:
    """By what it imports, in whatever way, calls, or starts."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    # A module in quotes is one that is loaded by its name.
    texts = {node.value for node in nodes if isinstance(node, ast.Constant)}
    named = {*imported(path), *(text for text in texts if isinstance(text, str))}
    return (
        any(name in SPEAKS or name.rpartition(".")[0] in SPEAKS for name in named)
        or bool(names_in(path) & OPENS)
        or any(isinstance(text, str) and FETCHES.search(text) for text in texts)
    )


@pytest.mark.parametrize(
    ("code", "is_found"),
    [
        ("import urllib3", True),
        ("from urllib import request", True),
        ("import urllib.request as fetch", True),
        ("import asyncio", True),
        ("import pycurl", True),
        ("importlib.import_module('requests')", True),
        ("__import__('httpx').get(url)", True),
        ("subprocess.run(['curl', url])", True),
        ("subprocess.run(['/usr/bin/wget', url])", True),
        ("os.system('curl ' + url)", True),
        ("from urllib.parse import urlsplit", False),
        ("subprocess.run(['pg_dump', name])", False),
        ("words = 'a curl of hair, requests of parents'", False),
    ],
)
def test_the_rule_of_other_hosts_sees_what_it_is_for(tmp_path, code, is_found):
    path = tmp_path / "view.py"
    path.write_text(f"{code}\n")
    assert speaks(path) is is_found


PATTERN_OF = {"format_html": 0, "format_html_join": 1}


def test_a_pattern_of_html_is_written_where_it_is_used():
    """`format_html` escapes what it fills in, and not the pattern: that one is never made of anything."""
    made = {
        f"{place(path)}:{node.lineno}"
        for room in ROOMS
        for path in files(room)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in PATTERN_OF
        and not isinstance(node.args[PATTERN_OF[node.func.id]], ast.Constant)
    }
    assert not made


def test_no_template_switches_escaping_off():
    templates = PROJECT / "templates"
    found = {
        path.relative_to(templates).as_posix()
        for path in templates.rglob("*.*")
        if SAFE_IN_TEMPLATE.search(path.read_text())
    }
    assert found == set(UNESCAPED)


@pytest.mark.parametrize("pattern", [IN_ELEMENT, HANDLER], ids=["element", "attribute"])
def test_no_template_has_script_or_style_inside(pattern):
    found = {
        place(path)
        for path in (PROJECT / "templates").rglob("*.html")
        if "letters" not in path.parts and pattern.search(path.read_text())
    }
    assert not found


def test_scripts_give_an_object_no_name_from_outside():
    """`__proto__` as the name of a field would change every object of the page."""
    folder = PROJECT / "askdoctor" / "static"
    found = {
        (path.name, line.strip())
        for path in folder.glob("*.js")
        for line in path.read_text().splitlines()
        if NAMED_BY_A_VARIABLE.search(line)
    }
    assert found == NAMED_BY_US


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("kept[name] = value;", True),
        ("kept[field.name] ??= value;", True),
        ("Object.assign(kept, JSON.parse(text));", True),
        ("object.__proto__.is = 1;", True),
        ("if (kept[name] === value) return;", False),
        ("[one, two] = [two, one];", False),
        ("values[0] = value;", False),
        ("Object.assign(box.style, { top: 0 });", False),
    ],
)
def test_a_name_from_outside_is_recognised(line, is_found):
    assert bool(NAMED_BY_A_VARIABLE.search(line)) is is_found


def test_scripts_make_no_markup_of_texts():
    folder = PROJECT / "askdoctor" / "static"
    found = {path.name for path in folder.glob("*.js") if MARKUP_IN_SCRIPT.search(path.read_text())}
    assert found == SCRIPTS


@pytest.mark.parametrize(
    ("code", "is_found"),
    [
        ("Question.objects.filter(pk=1)", True),
        ("Question.objects.all().published()", True),
        ("doctor.replies.all()", True),
        ("get_object_or_404(Question, pk=1)", True),
        ("shortcuts.get_object_or_404(Reply, pk=1)", True),
        ("get_object_or_404(Question.objects, pk=1)", True),
        ("Question._default_manager.get(pk=1)", True),
        ("Question._base_manager.published()", False),
        ("Question.history.latest()", True),
        ("Attachment.objects.get(key=1)", True),
        ("Contact.objects.all()", True),
        ("get_object_or_404(Letter, pk=1)", True),
        ("StaffLetter.objects.failed()", True),
        ("HistoricalQuestion.objects.all()", True),
        ("question.details_requests.all()", True),
        ("question.additions.last()", True),
        ("question.desk_notes.all()", True),
        ("question.reports.count()", True),
        ("question.contact.email", True),
        ("doctor.phrases.all()", True),
        ("reply.correction_to_read.text", True),
        ("topic.pinned_questions.all()", True),
        ("question.tags.all()", False),
        ("SimilarQuestion.objects.all()", False),
        ("DetailsRequest.objects.first()", True),
        ("Reply.objects.standing()", False),
        ("specialty.questions.published()", False),
    ],
)
def test_the_rule_of_rows_sees_what_it_is_for(tmp_path, code, is_found):
    path = tmp_path / "view.py"
    path.write_text(f"def view(doctor, specialty):\n    return {code}\n")
    assert list(starts(path)) == (["view"] if is_found else [])


@pytest.mark.parametrize(
    "code", ["SafeString(x)", "safestring.SafeText(x)", "mark_safe(x)", "django.mark_safe(x)"]
)
def test_the_rule_of_safe_texts_sees_what_it_is_for(tmp_path, code):
    path = tmp_path / "view.py"
    path.write_text(f"text = {code}\n")
    assert names_in(path) & SAYS_SAFE


@pytest.mark.parametrize("text", ["{{ a|safe }}", "{% autoescape off %}", "{{ a | safeseq }}"])
def test_the_rule_of_templates_sees_what_it_is_for(text):
    assert SAFE_IN_TEMPLATE.search(text)
    assert not SAFE_IN_TEMPLATE.search("{{ a|safer }} is safe")
