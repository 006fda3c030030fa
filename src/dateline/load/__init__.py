"""Bytes -> Article: text, Markdown, HTML, PDF, JSON and JSON Lines."""
