"""LanguageTool's interface, for the editors and libraries that speak it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.event_handler import Response

from treatycheck.aws.answers import ASKED_EACH_TIME, Answers, Route, to_json
from treatycheck.aws.ignore_lists import ids_on
from treatycheck.aws.problem import BadParameter, FieldError, InvalidRequest, UnknownIgnoreList
from treatycheck.aws.request import key_of_caller, read_form
from treatycheck.aws.schema import read_document_request
from treatycheck.aws.service import Service
from treatycheck.model import MAX_CHARACTERS, Document
from treatycheck.render.languagetool import Choice, Language, check_to_dict, ids_of, software_to_dict
from treatycheck.text.annotated import Annotated, Part, read_annotated, unmarked

NAMES = {
    "en": "English",
    "en-AU": "English (Australian)",
    "en-CA": "English (Canada)",
    "en-GB": "English (GB)",
    "en-NZ": "English (New Zealand)",
    "en-ZA": "English (South African)",
    "en-US": "English (US)",
}
_DEFAULT = "en-US"
LEVELS = ("default", "picky")
_SWITCHES = {"true": True, "yes": True, "false": False, "no": False}
_CODES = {code.lower(): code for code in NAMES}
Fields = Mapping[str, str]


class Proofreading:
    """The handlers."""

    def __init__(self, answers: Answers, service: Service) -> None:
        self._answers = answers
        self._service = service

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [
            ("POST", "/v2/check", self.check),
            ("GET", "/v2/check", self.check),
            ("GET", "/v2/languages", self.languages),
            ("GET", "/v2/info", self.info),
            ("GET", "/v2/healthcheck", self.healthcheck),
            ("GET", "/v2/maxtextlength", self.maxtextlength),
        ]

    def check(self) -> Response[str]:
        """`/v2/check`: what is wrong in a text, as matches."""
        fields = read_form(self._answers.event(), self._service.limits.body_bytes)
        language, choice, text = read_language(fields), read_choice(fields), read_text(fields)
        ignored = ids_of([fields.get("ignore", "")]) | self._listed(fields.get("ignore_list", ""))
        report = self._service.report(read_document(fields, text)).without(ignored)
        answer = self._answers.answer(check_to_dict(report, text, choice, language))
        self._service.observer.verified(report)
        return answer

    def _listed(self, name: str) -> frozenset[str]:
        """The claims on the stored list of a handle, or of a caller's name. Raises UnknownIgnoreList."""
        listed = ids_on(self._service.lists(), key_of_caller(self._answers.event()), name) if name else frozenset()
        if listed is None:
            raise UnknownIgnoreList("no such list: give its handle, or its API key, too", pointer="/ignore_list")
        return listed

    def languages(self) -> Response[str]:
        """`GET /v2/languages`: English, as it is written here and there."""
        listed = [{"name": name, "code": "en", "longCode": code} for code, name in NAMES.items()]
        return self._answers.tagged(to_json(listed), "application/json")

    def info(self) -> Response[str]:
        """`GET /v2/info`: who answers."""
        return self._answers.read(lambda: {"software": software_to_dict(self._service.store().reference().version)})

    def healthcheck(self) -> Response[str]:
        """`GET /v2/healthcheck`: whether the facts can be read."""
        self._service.store().reference()
        return self._answers.tagged("OK", "text/plain; charset=utf-8", caching=ASKED_EACH_TIME)

    def maxtextlength(self) -> Response[str]:
        """`GET /v2/maxtextlength`: how many characters a text may have."""
        return self._answers.tagged(str(MAX_CHARACTERS), "text/plain; charset=utf-8")


def read_document(fields: Fields, text: Annotated) -> Document:
    """The plain text with its dates. Raises BadParameter, TextTooLarge."""
    dates = {name: fields[name] for name in ("published", "as_of") if name in fields}
    try:
        return read_document_request({"text": text.plain, **dates}).to_document()
    except InvalidRequest as error:
        raise BadParameter(error.fields) from None


def read_text(fields: Fields) -> Annotated:
    """What `text` or `data` holds. Raises BadParameter, TextTooLarge."""
    if ("text" in fields) == ("data" in fields):
        raise BadParameter([FieldError("/text", "or data is required, one of the two")])
    return unmarked(fields["text"]) if "text" in fields else read_data(fields["data"])


def read_data(data: str) -> Annotated:
    """A text with its markup set apart. Raises BadParameter."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise BadParameter([FieldError("/data", "is no JSON")]) from None
    if isinstance(content, dict) and isinstance(text := content.get("text"), str):
        return unmarked(text)
    annotation = content.get("annotation") if isinstance(content, dict) else None
    if not isinstance(annotation, list):
        raise BadParameter([FieldError("/data", "must be an object with the list annotation")])
    return read_annotated([read_part(part, place) for place, part in enumerate(annotation)])


def read_part(part: Any, place: int) -> Part:
    """One piece of text or markup. Raises BadParameter."""
    if isinstance(part, dict):
        text, markup, plain = part.get("text"), part.get("markup"), part.get("interpretAs", "")
        if isinstance(text, str) and markup is None:
            return Part(text, text)
        if isinstance(markup, str) and text is None and isinstance(plain, str):
            return Part(markup, plain, is_markup=True)
    raise BadParameter([FieldError(f"/data/annotation/{place}", "must hold text, or markup, perhaps with interpretAs")])


def read_language(fields: Fields) -> Language:
    """The language that was asked for; texts are taken to be English where none was. Raises BadParameter."""
    sent = fields.get("language", "").strip()
    if not sent:
        raise BadParameter([FieldError("/language", "is required: a code of /v2/languages, or auto")])
    if sent.lower() == "auto":
        preferred = [code.strip().lower() for code in fields.get("preferredVariants", "").split(",")]
        code = next((_CODES[code] for code in preferred if code in _CODES), _DEFAULT)
        return Language(NAMES[code], code, detected=True)
    code = _CODES.get(sent.lower().replace("_", "-"), "")
    if not code:
        raise BadParameter([FieldError("/language", "is no language code known here: see /v2/languages")])
    return Language(NAMES[code], code)


def read_choice(fields: Fields) -> Choice:
    """Which matches are wanted. Raises BadParameter."""
    level = fields.get("level") or "default"
    if level not in LEVELS:
        raise BadParameter([FieldError("/level", "must be default or picky")])
    enabled = ids_of([fields.get("enabledRules", ""), fields.get("enabledCategories", "")])
    disabled = ids_of([fields.get("disabledRules", ""), fields.get("disabledCategories", "")])
    only = fields.get("enabledOnly") or "false"
    if only not in _SWITCHES:
        raise BadParameter([FieldError("/enabledOnly", "must be true or false")])
    return Choice(level == "picky", enabled, disabled, _SWITCHES[only])
