"""API Gateway in front of handlers, as far as clients see it: requests become events, answers become responses."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.functions.conftest import Context

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]
STAGE = "live"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY")


@contextmanager
def gateway(handlers: Mapping[str, Handler]) -> Iterator[str]:
    """The address of the stage, while it runs; the first beginning that a path has names its handler.

    One request at a time, as one instance of a function takes them.
    """
    requests = type("Requests", (_Requests,), {f"do_{method}": _Requests.answer for method in METHODS})
    requests.handlers = handlers  # type: ignore[attr-defined]
    server = HTTPServer(("127.0.0.1", 0), requests)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{STAGE}"
    server.shutdown()
    thread.join()
    server.server_close()


class _Requests(BaseHTTPRequestHandler):
    handlers: Mapping[str, Handler]

    def answer(self) -> None:
        """Sends the handler's answer."""
        event = self._event()
        handler = next(found for start, found in self.handlers.items() if event["path"].startswith(start))
        answer = handler(event, Context())
        body = (answer.get("body") or "").encode()
        self.send_response(answer["statusCode"])
        for name, values in answer["multiValueHeaders"].items():
            for value in values:
                self.send_header(name, value)
        if answer["statusCode"] not in {204, 304}:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _event(self) -> dict[str, Any]:
        """The event of a proxy integration."""
        address = urlsplit(self.path)
        # at the stage's own address, with or without a slash, the path is the root's
        path = unquote(address.path.removeprefix(f"/{STAGE}")) or "/"
        query = parse_qs(address.query, keep_blank_values=True)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        context = {"path": unquote(address.path), "stage": STAGE, "httpMethod": self.command, "resourcePath": path}
        return {
            "resource": path,
            "path": path,
            "httpMethod": self.command,
            "headers": dict(self.headers.items()),
            "multiValueHeaders": {name: self.headers.get_all(name) for name in self.headers},
            "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
            "multiValueQueryStringParameters": query or None,
            "pathParameters": None,
            "requestContext": context,
            "body": body or None,
            "isBase64Encoded": False,
        }

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the tests say what went wrong."""
