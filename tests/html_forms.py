"""The forms of a page, read as a browser would, so that a test can send them with other values.

Of several buttons the nameless one is pressed; `other_actions` are where others would send to.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

SENT_AS_THEY_ARE = {"hidden", "text", "search", "email", "password", "number", "date", "url", "tel"}


@dataclass
class Form:
    """Where it goes and what it would send; `texts` are the names of its larger fields."""

    action: str
    method: str = "get"
    fields: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    other_actions: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        return list(dict.fromkeys(name for name, _value in self.fields))


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.textarea = self.select = ""
        self.has_chosen = False

    def handle_starttag(self, tag, pairs):
        given = {name: value or "" for name, value in pairs}
        if tag == "form":
            self.form = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self.form)
        elif self.form is not None:
            getattr(self, f"_{tag}", lambda given: None)(given)

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        if tag == "textarea":
            self.textarea = ""
        if tag == "select":
            self.select = ""

    def handle_data(self, data):
        if self.form is not None and self.textarea:
            name, value = self.form.fields.pop()
            self.form.fields.append((name, value + data))

    def _input(self, given):
        kind, name = given.get("type", "text"), given.get("name", "")
        is_chosen = kind in ("checkbox", "radio") and (
            "checked" in given or name not in self.form.names()
        )
        if name and (kind in SENT_AS_THEY_ARE or is_chosen):
            unsaid = "on" if kind in ("checkbox", "radio") else ""
            self.form.fields.append((name, given.get("value", unsaid)))

    def _textarea(self, given):
        self.textarea = given["name"]
        self.form.texts.append(given["name"])
        self.form.fields.append((given["name"], ""))

    def _select(self, given):
        self.select = given.get("name", "")

    def _option(self, given):
        if self.select and ("selected" in given or self.select not in self.form.names()):
            self.form.fields = [pair for pair in self.form.fields if pair[0] != self.select]
            self.form.fields.append((self.select, given.get("value", "")))

    def _button(self, given):
        if "formaction" in given:
            self.form.other_actions.append(given["formaction"])


def forms_in(html: str) -> list[Form]:
    reader = _Reader()
    reader.feed(html)
    return reader.forms
