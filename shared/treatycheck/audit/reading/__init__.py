"""Objects of an archive to articles: formats, compression, character sets."""
