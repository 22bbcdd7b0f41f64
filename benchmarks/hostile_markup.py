"""HTML and Markdown made to take long, of any length: tags, marks and entities that never close or are nested."""

from __future__ import annotations

from benchmarks.hostile_texts import Maker, filled
from treatycheck.model import Format

_HTML = {
    "paragraphs": "<p>",
    "tags cut short": "<",
    "end tags cut short": "</",
    "attributes": '<a href="',
    "attributes in two kinds of quotes": "<a href='\" ",
    "quotes that cross": "<a \"'><b '\">",
    "names of tags": "<" + "a" * 50,
    "comments": "<!--",
    "comments that nearly close": "<!-- -",
    "declarations": "<!",
    "instructions": "<?",
    "scripts": "<script>",
    "scripts that nearly close": "<script></scrip",
    "scripts that close": "<script></script>",
    "elements without markup": "<xmp><iframe><textarea><noembed>",
    "text areas": "<textarea></Textarea ",
    "styles and titles": "<style><title>",
    "templates": "<template>",
    "templates that nearly close": "<template></template",
    "hidden elements": "<template></TEMPLATE><noscript></NoScript>",
    "heads": "<head><p>",
    "superscripts": "<sup>",
    "superscripts of notes": "<sup>1</sup>",
    "notes without an end": "<sup>1,2,3,4,5,6 ",
    "notes of tags": "<sup><b>1<i>",
    "notes of entities": "<sup>&#1;",
    "entities cut short": "&#",
    "ampersands": "&",
    "entities without an end": "&amp",
    "entities": "&amp;",
    "entities that are none": "&" + "a" * 32,
    "lists in lists": "<ul><li>NPT",
    "tables in tables": "<table><tr><td>NPT<td>",
    "emphasis in emphasis": "<b><i>NPT",
    "lines": "NPT<br>",
    "claims in tags": "<p><b>NPT</b> &amp; 1987 1988 ",
    "ends of tags": ">",
    "null characters": "\x00<\x00",
}
_MARKDOWN = {
    "emphasis": "**a",
    "stars": "*",
    "underscores": "_a",
    "struck words": "~~",
    "brackets": "[",
    "closing brackets": "]",
    "empty brackets": "[]",
    "brackets by lines": "[\n",
    "images": "![",
    "links": "[a](",
    "links that close": "[NPT](x) ",
    "titles of links": '[a](x "',
    "targets": "[a](" + "x" * 1990,
    "targets in parentheses": "[a](b(c(d(e(f",
    "references": "[a][",
    "long references": "[a][" + "b" * 199,
    "definitions": "[a]: b\n",
    "footnotes": "[^1]: NPT\n",
    "footnotes cut short": "[^",
    "code": "``a`",
    "fences": "```a\n",
    "fences in fences": "~~~\n```\n",
    "quotations": "> ",
    "lines of quotations": "> \n",
    "headings": "#\n",
    "headings that close": "# NPT #",
    "bullets": "- NPT\n",
    "numbers": "1. NPT\n",
    "tables": "| NPT | 1968 |\n",
    "rules of tables": "|-|-|\n",
    "bars": "|",
    "tags": "<a ",
    "addresses": "<http://a",
    "long addresses": "<http://" + "a" * 1990,
    "comments": "<!--",
    "comments by lines": "<!--\n",
    "comments that close": "<!-- -->\n",
    "backslashes": "\\",
    "escapes": "\\*",
    "metadata": "---\n",
    "entities": "&amp;",
    "wide lines": " " * 80 + "\n",
    "labels": "Signed: \n",
    "claims in marks": "**NPT** [1987](x) *1988* ",
    "marks of all kinds": "**[NPT](*_`<",
}


def _nested(opening: str, inner: str, closing: str) -> Maker:
    """Something in something in something, all closed."""

    def made(characters: int) -> str:
        depth = (characters - len(inner)) // len(opening + closing)
        return opening * depth + inner + closing * depth

    return made


def _closed_once(opening: str, closing: str) -> Maker:
    """Something opened again and again, and closed at the very end."""
    return lambda characters: opening * ((characters - len(closing)) // len(opening)) + closing


def _indented(characters: int) -> str:
    """A list, each line of which stands deeper than the one before."""
    return "\n".join(" " * depth + "- NPT" for depth in range(int((2 * characters) ** 0.5)))


MARKUP: dict[str, tuple[Maker, Format]] = {
    **{f"HTML: {name}": (filled(piece), Format.HTML) for name, piece in _HTML.items()},
    **{f"Markdown: {name}": (filled(piece), Format.MARKDOWN) for name, piece in _MARKDOWN.items()},
    "HTML: nested": (_nested("<div>", "NPT", "</div>"), Format.HTML),
    "HTML: tags closed at the end": (_closed_once("<a ", ">"), Format.HTML),
    "HTML: quotes closed at the end": (_closed_once('<a "', ">"), Format.HTML),
    "HTML: comments closed at the end": (_closed_once("<!--", "-->"), Format.HTML),
    "HTML: a note of spaces": (_closed_once(" ", "</sup>"), Format.HTML),
    "Markdown: nested links": (_nested("[", "NPT", "](x)"), Format.MARKDOWN),
    "Markdown: nested quotations": (_closed_once(">", "NPT"), Format.MARKDOWN),
    "Markdown: comments closed at the end": (_closed_once("<!--", "-->"), Format.MARKDOWN),
    "Markdown: a comment of lines": (_closed_once("\n", "-->"), Format.MARKDOWN),
    "Markdown: nested lists": (_indented, Format.MARKDOWN),
}
