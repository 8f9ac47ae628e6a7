"""Text that people typed, to HTML that is safe, and to plain text.

Doctors write Markdown; askers write paragraphs; imported texts hold either, and HTML. Whatever comes
in, what goes out has passed an allow-list (nh3), and tags that were typed are taken out, not shown.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from urllib.parse import quote

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from questions.as_read import AsRead

ALLOWED_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "h3", "h4", "a"}
ALLOWED_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
# "#185662", but not in "a#1", "&#39;" or "/x/#1".
MENTION = re.compile(r"(?<![\w&#/])#(\d{1,15})(?!\w)")
# After these nothing more is needed; "" is the beginning.
ENDS_A_BLOCK = ("", *".!?:;,…–—-。！？：；，、」』）")
CUT_WORD = re.compile(r"(?<=\S) [A-Za-z'’]+(?:\.{3}|…)\Z")
COLUMNS_OF_A_TITLE = 60
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'，。；、）)\]]+", re.I)


def mentioned_numbers(*texts: str) -> list[int]:
    """The question numbers that texts refer to as "#185662", ascending."""
    return sorted({int(number) for text in texts for number in MENTION.findall(text)})


def without_html(text: str) -> str:
    """The text with HTML tags taken out; breaks become new lines, entities become letters."""
    return AsRead(text).without_html().text


def paragraphs_to_html(text: str, titles: Mapping[int, tuple[str, str]] | None = None) -> str:
    """Safe HTML of plain paragraphs (an asker's text), with mentions linked as `link_mentions` says."""
    blocks = re.split(r"\n\s*\n", without_html(text.replace("\r\n", "\n")).strip())
    html = "".join(
        f"<p>{escape(block, quote=False)}</p>".replace("\n", "<br>") for block in blocks if block
    )
    return link_mentions(html, titles or {})


def markdown_to_html(text: str, titles: Mapping[int, tuple[str, str]] | None = None) -> str:
    """Safe HTML of a doctor's Markdown, with mentions linked as `link_mentions` says."""
    tokens = _markdown.parse(without_html(text.replace("\r\n", "\n")))
    _lower_headings(tokens)
    html = only_allowed(_markdown.renderer.render(tokens, _markdown.options, {}))
    return link_mentions(html.strip(), titles or {})


def only_allowed(html: str) -> str:
    """What of any HTML may stand on a page, whoever made it."""
    return nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes={"http", "https"},
        url_relative=_path_on_this_site,
        link_rel="nofollow ugc noopener",
    )


def _path_on_this_site(address: str) -> str | None:
    """ "/faq/fever/" is a link; "//elsewhere.example" and what depends on the page are none."""
    return address if re.match(r"/(?![/\\])", address) else None


def link_mentions(
    html: str, titles: Mapping[int, tuple[str, str]], *, in_short: bool = False
) -> str:
    """Link "#185662" to the question of that number, with its title, where `titles` knows it.

    `titles` maps a public number to (title, slug) and holds published questions only: what is not
    in it stays plain text, so that an unpublished number looks like one that does not exist.
    Text inside a link is left alone. `in_short` cuts a long title.
    """

    def link(match: re.Match) -> str:
        number = int(match[1])
        if number not in titles:
            return match[0]
        title, slug = titles[number]
        href = f"/questions/{number}/{quote(slug)}/"
        if in_short:
            title = shorten(title, COLUMNS_OF_A_TITLE)
        return f'<a href="{href}">{escape(title, quote=False)} (#{number})</a>'

    if "#" not in html or not titles:
        return html
    parts = re.split(r"(<a\b.*?</a>|<[^>]*>)", html, flags=re.S)
    parts[::2] = [MENTION.sub(link, part) for part in parts[::2]]
    return "".join(parts)


def html_to_text(html: str) -> str:
    """The words of our own safe HTML, a blank line between blocks."""
    text = re.sub(r"<br\s*/?>", "\n", html)
    text = re.sub(r"</(?:p|li|h3|h4|blockquote)>", "\n\n", text)
    text = re.sub(r"<[^>]*>", "", text)
    return unescape(re.sub(r"\n{3,}", "\n\n", text)).strip()


def excerpt(html: str, length: int = 180) -> str:
    """One line of the HTML's words, without addresses, at most `length` columns wide.

    It ends with a sentence where one ends in the second half, else between words with "…". A Chinese
    character is two columns wide, so that a card holds about as much in both scripts.
    """
    return shorten(one_line(html), length)


def one_line(html: str) -> str:
    """The words of our own safe HTML in one line, without addresses.

    A dash stands where a block ends without punctuation, such as a heading; a word that was cut off
    before dots ("in Augu...") is left out.
    """
    blocks = (" ".join(block.split()) for block in URL.sub("", html_to_text(html)).split("\n\n"))
    line = ""
    for block in filter(None, blocks):
        line += (" " if line[-1:] in ENDS_A_BLOCK else " – ") + block
    line = CUT_WORD.sub("…", line.strip())
    return re.sub(r"\(\s*\)|（\s*）", "", line)


def shorten(line: str, length: int) -> str:
    """The beginning of a line, at most `length` columns wide, cut as `excerpt` says."""
    end = _characters_within(line, length)
    if end == len(line):
        return line
    cut = line[:end]
    sentences = [match.end() for match in re.finditer(r"[.!?](?=\s)|[。！？]", cut)]
    if sentences and sentences[-1] >= end // 2:
        return cut[: sentences[-1]]
    return _cut_at_word(cut, line[end]) + "…"


def _cut_at_word(cut: str, following: str) -> str:
    inside_word = following.isalnum() and cut[-1].isalnum() and not _is_wide(following)
    if inside_word and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–—-，、；：（(")


def _characters_within(line: str, columns: int) -> int:
    width = 0
    for index, character in enumerate(line):
        width += 2 if _is_wide(character) else 1
        if width > columns:
            return index
    return len(line)


def excerpt_to_html(text: str, titles: Mapping[int, tuple[str, str]] | None = None) -> str:
    """An excerpt as HTML: escaped, and its mentions linked with their titles, long ones cut."""
    return link_mentions(escape(text, quote=False), titles or {}, in_short=True)


def _is_wide(character: str) -> bool:
    return character >= "\u2e80"


def _lower_headings(tokens: Iterable[Token]) -> None:
    """A page has its own h1 and h2, so a doctor's headings begin at h3."""
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h3" if token.tag in ("h1", "h2", "h3") else "h4"


def _words_of_image(renderer, tokens, place, options, _env) -> str:
    return escape(renderer.renderInlineAsText(tokens[place].children, options, {}), quote=False)


_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True})
_markdown.add_render_rule("image", _words_of_image)
