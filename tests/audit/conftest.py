"""Fixtures of the audits' tests."""

from tests.audit.running import auditor

__all__ = ["auditor"]
