"""Audits of whole archives: read articles, judge them, keep what was found, tell what is new. Knows no AWS."""
