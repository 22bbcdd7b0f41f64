"""The document as one page without outside assets or scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Any

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: the HTTP interface</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{title}: the HTTP interface</h1>
<p>{description}</p>
<p>The same for programs: <a href="openapi.json">openapi.json</a>, OpenAPI {version}.
Each error is a <a href="#schema-Problem">Problem</a>.</p>
<nav aria-label="Operations">{contents}</nav>
{operations}
<h2>Schemas</h2>
{schemas}
</main>
</body>
</html>
"""
Content = dict[str, Any]
_FIRST_ERROR = 400
_QUOTED = re.compile("`([^`]+)`")


def page_of(document: Content) -> str:
    """The page; everything is escaped."""
    operations = [
        (path, method, held) for path, methods in document["paths"].items() for method, held in methods.items()
    ]
    return _PAGE.format(
        title=_text(document["info"]["title"]),
        style=files(__package__).joinpath("page.css").read_text(encoding="utf-8"),
        description=_text(document["info"]["description"]),
        version=_text(document["openapi"]),
        contents="\n".join(_group(tag["name"], operations) for tag in document["tags"]),
        operations="\n".join("\n".join(_operation(path, method, held)) for path, method, held in operations),
        schemas="\n".join(_schema(name, schema) for name, schema in document["components"]["schemas"].items()),
    )


def _text(text: object) -> str:
    return escape(str(text))


def _prose(text: str) -> str:
    """Words in which code stands between backquotes."""
    return _QUOTED.sub(r"<code>\1</code>", _text(text))


def _group(tag: str, operations: list[tuple[str, str, Content]]) -> str:
    """The operations of a tag, as entries of the contents."""
    entries = (_entry(path, method, held) for path, method, held in operations if tag in held["tags"])
    return f"<h2>{_text(tag[0].upper() + tag[1:])}</h2><ul>{''.join(entries)}</ul>"


def _entry(path: str, method: str, operation: Content) -> str:
    name = _text(operation["operationId"])
    link = f'<a href="#{name}"><code><b>{method.upper()}</b> {_text(path)}</code></a>'
    return f"<li>{link} <span>{_text(operation['summary'])}</span></li>"


def _operation(path: str, method: str, operation: Content) -> Iterator[str]:
    yield f'<section id="{_text(operation["operationId"])}">'
    yield f"<h2><code><b>{method.upper()}</b> {_text(path)}</code></h2><p>{_text(operation['summary'])}.</p>"
    yield from _parameters(operation["parameters"])
    if "requestBody" in operation:
        yield "<h3>Request</h3>"
        yield from _content(operation["requestBody"])
    responses = operation["responses"]
    for status, response in responses.items():
        if not _fails(status):
            yield f"<h3>{_text(status)}: {_text(response['description'])}</h3>"
            yield from _content(response)
    errors = ((status, held["description"]) for status, held in responses.items() if _fails(status))
    yield "<h3>Errors</h3>"
    yield from _table(("status", "when"), ((f"<code>{_text(status)}</code>", _prose(when)) for status, when in errors))
    yield "</section>"


def _fails(status: str) -> bool:
    return int(status) >= _FIRST_ERROR


def _content(message: Content) -> Iterator[str]:
    """The media types of a request or an answer, each with its schema by name and its example."""
    for media, content in message.get("content", {}).items():
        name = _text(content["schema"].get("$ref", "").rpartition("/")[2])
        schema = f': <a href="#schema-{name}">{name}</a>' if name else ""
        yield f"<p><code>{_text(media)}</code>{schema}</p>"
        if "example" in content:
            yield _code(content["example"])


def _parameters(parameters: list[Content]) -> Iterator[str]:
    rows = []
    for parameter in parameters:
        meaning = parameter.get("description") or parameter["schema"].get("description", "")
        must = " (required)" if parameter["required"] else ""
        rows.append((f"<code>{_text(parameter['name'])}</code>{must}", _text(parameter["in"]), _prose(meaning)))
    if rows:
        yield from _table(("parameter", "in", "meaning"), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are HTML."""
    titles = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<table><thead><tr>{titles}</tr></thead><tbody>"
    for cells in rows:
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table>"


def _schema(name: str, schema: Content) -> str:
    return f'<details id="schema-{_text(name)}"><summary>{_text(name)}</summary>{_code(schema)}</details>'


def _code(content: object) -> str:
    return f'<pre tabindex="0">{_text(json.dumps(content, ensure_ascii=False, indent=2))}</pre>'
