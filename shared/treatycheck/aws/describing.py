"""The routes that describe the interface."""

from __future__ import annotations

from aws_lambda_powertools.event_handler import Response

from treatycheck.aws.answers import Answers, Route
from treatycheck.aws.request import place_of
from treatycheck.aws.service import Service


class Describing:
    """The handlers. The description is imported when it is asked for, so that other answers do not wait for it."""

    def __init__(self, answers: Answers, _service: Service) -> None:
        self._answers = answers

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [("GET", "/openapi.json", self.openapi), ("GET", "/docs", self.docs)]

    def openapi(self) -> Response[str]:
        """`GET /openapi.json`: the interface in OpenAPI 3.1."""
        from treatycheck.aws.openapi.document import document

        return self._answers.read(lambda: document(self._server()))

    def docs(self) -> Response[str]:
        """`GET /docs`: the same for people."""
        from treatycheck.aws.openapi.document import document
        from treatycheck.aws.openapi.page import page_of

        return self._answers.tagged(page_of(document(self._server())), "text/html; charset=utf-8")

    def _server(self) -> str:
        return place_of(self._answers.event())[1]
