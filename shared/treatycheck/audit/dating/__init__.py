"""The day of an article, and where it was told."""
