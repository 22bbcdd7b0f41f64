"""Reference data in the forms of other programs: JSON Lines, CSV, the answers of Wikidata's query service."""
