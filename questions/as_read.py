"""The words of a text as its readers will see them, and where each character of them was typed.

What looks for numbers, names and doses has to read what readers read: "0912<b>345</b>678" and
"0912**345**678" are telephone numbers on the page.
"""

import re
from collections.abc import Callable
from html import unescape

HTML_NAMES = (
    "a|abbr|article|b|big|blockquote|body|br|button|center|code|dd|div|dl|dt|em|embed|font|footer|form"
    "|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|math|meta|nav|object|ol"
    "|option|p|picture|pre|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg"
    "|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|video|audio|canvas"
    "|bdi|bdo|caption|cite|data|del|details|dfn|figcaption|figure|kbd|mark|q|rp|rt|ruby|samp|summary|time"
    "|var|wbr"
)
# A tag is a known name with what belongs to it, so that "platelets <5 and >2" stays as typed.
HTML_TAG = re.compile(rf"</?(?:{HTML_NAMES})(?=[\s/>])[^<>]*>", re.I)
HTML_BREAK = re.compile(r"<(?:br(?:\s*/)?|/p|/div|/li|/tr|/h[1-6])\s*>", re.I)
HTML_HIDDEN = re.compile(r"<(script|style|template|svg|iframe)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
# What `html.unescape` makes a character of.
ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
# Emphasis and code in the middle of words too; a backslash before what it takes the meaning of; links.
EMPHASIS = re.compile(r"(?P<mark>\*{1,3})(?=[^\s*])(?P<words>[^*\n]{0,200}[^\s*])(?P=mark)")
# Underscores only at the edges of words: accounts have them within.
UNDERLINED = re.compile(
    r"(?<![A-Za-z0-9_])(?P<mark>_{1,3})(?=[^\s_])(?P<words>[^_\n]{0,200}[^\s_])(?P=mark)(?![A-Za-z0-9_])"
)
CODE = re.compile(r"(?P<mark>`{1,3})(?P<words>[^`\n]{1,200})(?P=mark)")
ESCAPED = re.compile(r"\\(?P<words>[!-/:-@\[-`{-~\n])")
LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]{0,200})\](?:\([^()\s]{0,400}\)|\[[^\[\]\n]{0,80}\])")
# Emphasis within emphasis within emphasis.
NESTED = 3


def words_of(*texts: str) -> str:
    """What readers will read of Markdown, each text by itself: what one opens ends with it."""
    return "\n".join(AsRead(text).without_html().without_marks().text for text in texts)


class AsRead:
    """A text as it is read; character i of it was typed as typed[starts[i]:ends[i]]."""

    def __init__(self, typed: str):
        self.text = typed
        self.starts = range(len(typed))
        self.ends = range(1, len(typed) + 1)

    def without_html(self) -> "AsRead":
        """Tags and comments taken out; breaks become new lines, entities become letters."""
        if "<" in self.text:
            self._replace(HTML_HIDDEN, lambda _hidden: " ")
            self._without_comments()
            self._replace(HTML_BREAK, lambda _break: "\n")
            self._replace(HTML_TAG, lambda _tag: "")
        if "&" in self.text:
            self._replace(ENTITY, lambda entity: unescape(entity[0]))
        return self

    def without_marks(self) -> "AsRead":
        """The marks of Markdown taken out that may stand within a word or a number."""
        if "&" in self.text:  # Markdown makes letters of entities once more
            self._replace(ENTITY, lambda entity: unescape(entity[0]))
        for sign, pattern in (
            ("\\", ESCAPED),
            ("`", CODE),
            ("](", LINK),
            ("][", LINK),
            ("_", UNDERLINED),
        ):
            if sign in self.text:
                self._keep_words(pattern)
        for _nested in range(NESTED):
            if "*" in self.text:
                self._keep_words(EMPHASIS)
        return self

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end], which is not empty, was typed."""
        return self.starts[start], self.ends[end - 1]

    def _replace(self, pattern: re.Pattern, by: Callable[[re.Match], str]) -> None:
        self._put((match.start(), match.end(), by(match)) for match in pattern.finditer(self.text))

    def _keep_words(self, pattern: re.Pattern) -> None:
        cuts = []
        for match in pattern.finditer(self.text):
            cuts.append((match.start(), match.start("words"), ""))
            cuts.append((match.end("words"), match.end(), ""))
        self._put(cuts)

    def _without_comments(self) -> None:
        """By hand: an expression looks for the end of each of ten thousand open ones again."""
        cuts, start = [], 0
        while (begin := self.text.find("<!--", start)) >= 0:
            if (end := self.text.find("-->", begin + 4)) < 0:
                break
            start = end + 3
            cuts.append((begin, start, ""))
        self._put(cuts)

    def _put(self, replacements) -> None:
        """Each (start, end, instead) in the order of the text."""
        parts, starts, ends, last = [], [], [], 0
        for start, end, instead in replacements:
            parts += self.text[last:start], instead
            starts += self.starts[last:start]
            ends += self.ends[last:start]
            if instead:
                starts += [self.starts[start]] * len(instead)
                ends += [self.ends[end - 1]] * len(instead)
            last = end
        if parts:
            self.text = "".join(parts) + self.text[last:]
            self.starts = [*starts, *self.starts[last:]]
            self.ends = [*ends, *self.ends[last:]]
