"""The tables of a state file."""

from __future__ import annotations

APPLICATION = 0x54435541
LAYOUT = 1

TABLES = """
CREATE TABLE audits (
  number INTEGER PRIMARY KEY, finished INTEGER NOT NULL DEFAULT 0, today TEXT NOT NULL, request TEXT NOT NULL,
  reference TEXT NOT NULL, engine TEXT NOT NULL,
  objects INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, read INTEGER NOT NULL DEFAULT 0,
  judged INTEGER NOT NULL DEFAULT 0, rejudged INTEGER NOT NULL DEFAULT 0, departed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE objects (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL DEFAULT '',
  digest TEXT NOT NULL DEFAULT '', version TEXT NOT NULL DEFAULT '', generation INTEGER NOT NULL DEFAULT 0,
  slices INTEGER NOT NULL DEFAULT 1, complete INTEGER NOT NULL DEFAULT 0, again INTEGER NOT NULL DEFAULT 0,
  seen INTEGER NOT NULL DEFAULT 0, met INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE slices (
  object INTEGER NOT NULL, slice INTEGER NOT NULL, reached INTEGER NOT NULL DEFAULT 0,
  finished INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (object, slice)
) WITHOUT ROWID;
CREATE TABLE documents (
  id INTEGER PRIMARY KEY, object INTEGER NOT NULL, part TEXT NOT NULL, position INTEGER NOT NULL,
  generation INTEGER NOT NULL, audit INTEGER NOT NULL, as_of TEXT NOT NULL, dated INTEGER NOT NULL,
  stale INTEGER NOT NULL DEFAULT 0, findings BLOB NOT NULL, claims BLOB NOT NULL, UNIQUE (object, part)
);
CREATE INDEX documents_place ON documents (object, position, part);
CREATE INDEX documents_stale ON documents (id) WHERE stale;
CREATE INDEX documents_undated ON documents (as_of) WHERE NOT dated;
CREATE TABLE reliance (
  treaty TEXT NOT NULL, document INTEGER NOT NULL, relations TEXT NOT NULL, PRIMARY KEY (treaty, document)
) WITHOUT ROWID;
CREATE INDEX reliance_document ON reliance (document);
CREATE TABLE failures (
  object INTEGER NOT NULL, position INTEGER NOT NULL, part TEXT NOT NULL, problem TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (object, position)
) WITHOUT ROWID;
CREATE TABLE groups (
  treaty TEXT NOT NULL, relation TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (treaty, relation)
) WITHOUT ROWID;
"""
