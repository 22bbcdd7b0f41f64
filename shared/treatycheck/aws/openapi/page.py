"""The document as one page without outside assets or scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
<p>The same for programs: <a href="openapi.json">openapi.json</a>, OpenAPI {version}.</p>
<nav aria-label="Operations">{contents}</nav>
{operations}
<h2>Schemas</h2>
{schemas}
</main>
</body>
</html>
"""
Content = dict[str, Any]


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
        contents="<ul>" + "".join(_entry(path, method, held) for path, method, held in operations) + "</ul>",
        operations="\n".join("\n".join(_operation(path, method, held)) for path, method, held in operations),
        schemas="\n".join(_schema(name, schema) for name, schema in document["components"]["schemas"].items()),
    )


def _text(text: object) -> str:
    return escape(str(text))


def _entry(path: str, method: str, operation: Content) -> str:
    name = _text(operation["operationId"])
    return f'<li><a href="#{name}"><code>{method.upper()} {_text(path)}</code></a> {_text(operation["summary"])}</li>'


def _operation(path: str, method: str, operation: Content) -> Iterator[str]:
    yield f'<section id="{_text(operation["operationId"])}">'
    yield f"<h2><code>{method.upper()} {_text(path)}</code></h2><p>{_text(operation['summary'])}.</p>"
    yield from _parameters(operation["parameters"])
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"<h3>Request: {_text(media)}</h3>{_shape(content)}"
    for status, response in operation["responses"].items():
        yield f"<h3>{_text(status)}: {_text(response['description'])}</h3>"
        yield from (f"<p><code>{_text(media)}</code></p>{_shape(held)}" for media, held in _content(response))
    yield "</section>"


def _content(response: Content) -> Iterator[tuple[str, Content]]:
    yield from response.get("content", {}).items()


def _parameters(parameters: list[Content]) -> Iterator[str]:
    if not parameters:
        return
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("parameter", "in", "meaning"))
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for parameter in parameters:
        meaning = parameter.get("description") or parameter["schema"].get("description", "")
        must = " (required)" if parameter["required"] else ""
        cells = (f"<code>{_text(parameter['name'])}</code>{must}", _text(parameter["in"]), _text(meaning))
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table>"


def _shape(content: Content) -> str:
    """The schema by name, and the example."""
    name = content["schema"].get("$ref", "").rpartition("/")[2]
    shown = f'<p>Schema: <a href="#schema-{_text(name)}">{_text(name)}</a></p>' if name else ""
    return shown + (_code(content["example"]) if "example" in content else "")


def _schema(name: str, schema: Content) -> str:
    return f'<details id="schema-{_text(name)}"><summary>{_text(name)}</summary>{_code(schema)}</details>'


def _code(content: object) -> str:
    return f'<pre tabindex="0">{_text(json.dumps(content, ensure_ascii=False, indent=2))}</pre>'
