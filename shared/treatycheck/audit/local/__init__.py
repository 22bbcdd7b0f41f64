"""Audits on one machine: folders, a state in SQLite, worker processes."""
