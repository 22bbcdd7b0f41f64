"""What the service tells its operators: counts, kinds of errors and places in the code, never a user's text."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from treatycheck.errors import TreatycheckError
from treatycheck.model import Label, Report

_FRAMES = 8


class Observer:
    """Logs each answer, and counts it where there are metrics."""

    def __init__(self, logger: Logger, metrics: Metrics | None = None) -> None:
        self._logger = logger
        self._metrics = metrics

    def answered(self) -> None:
        self._count("Answered", 1)

    def verified(self, report: Report) -> None:
        """Sizes and counts of a report."""
        refuted = report.count(Label.REFUTED)
        sizes = {"characters": len(report.document.text), "claims": len(report.claims), "refuted": refuted}
        self._logger.info("verified", extra=sizes)
        self._count("Claims", len(report.claims))
        self._count("Refuted", refuted)

    def refused(self, error: TreatycheckError) -> None:
        """An error that the client is told of. Its detail stays out: it may quote the request."""
        self._logger.info("refused", extra={"status": error.status, "problem": error.slug})
        self._count("Refused", 1)

    def failed(self, error: BaseException) -> None:
        """An error inside: its class and where it happened. Its message stays out: it may quote the text."""
        self._logger.error("failed", extra={"error": type(error).__qualname__, "frames": frames_of(error)})
        self._count("Failed", 1)

    def _count(self, name: str, value: int) -> None:
        if self._metrics is not None:
            self._metrics.add_metric(name=name, unit=MetricUnit.Count, value=value)


def frames_of(error: BaseException) -> list[str]:
    """The innermost places of an error and of its cause, as `file:line function`."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    places = [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    cause = error.__cause__
    return places if cause is None else [*places, f"from {type(cause).__qualname__}", *frames_of(cause)]
