"""How right the engine is on a labelled corpus."""
