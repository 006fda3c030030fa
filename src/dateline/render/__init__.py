"""Record -> terminal text, JSON lines, one HTML page."""
