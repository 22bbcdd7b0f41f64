"""The routes that browsers load: the editor page at `/`, and the files that it and pages of others are made with."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from typing import NamedTuple

from aws_lambda_powertools.event_handler import Response

from treatycheck.aws.answers import Answers, Route, tag_of
from treatycheck.aws.problem import UnknownRoute
from treatycheck.aws.request import path_before_routes
from treatycheck.aws.service import Service

PAGE = "editor.html"
# the page takes everything from where it comes from itself, and nothing that stands inside it is run
EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types paste"
)
MEDIA_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


class Asset(NamedTuple):
    """A file with its Content-Type and its weak entity tag."""

    body: str
    content_type: str
    tag: str


class Pages:
    """The handlers. What they answer is packaged with them and changes with a release only."""

    def __init__(self, answers: Answers, _service: Service) -> None:
        self._answers = answers

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [("GET", "/", self.editor), ("GET", "/assets/<name>", self.asset)]

    def editor(self) -> Response[str]:
        """`GET /`: the editor page, its links below the address that it was called at."""
        place = escape(path_before_routes(self._answers.event()))
        body = page().replace("{place}", place)
        headers = {"Content-Security-Policy": EDITOR_POLICY}
        return self._answers.tagged(body, "text/html; charset=utf-8", headers=headers)

    def asset(self, name: str) -> Response[str]:
        """`GET /assets/{name}`: a script, style sheet or picture. Raises UnknownRoute."""
        found = assets().get(name)
        if found is None:
            raise UnknownRoute("there is no such file")
        return self._answers.tagged(found.body, found.content_type, found.tag)


@cache
def page() -> str:
    """The editor page; `{place}` stands for the path that the routes lie under."""
    return files("treatycheck.web").joinpath(PAGE).read_text(encoding="utf-8")


@cache
def assets() -> dict[str, Asset]:
    """All files beside the page, by name."""
    found: dict[str, Asset] = {}
    for file in files("treatycheck.web").iterdir():
        kind = file.name.rpartition(".")[2]
        if kind in MEDIA_TYPES:
            body = file.read_text(encoding="utf-8")
            found[file.name] = Asset(body, MEDIA_TYPES[kind], tag_of(body))
    return found
