"""Told events -> the formats that the field's tools read. Names are those of EXPORTS.md, letter by letter."""

from dateline.render.exports.formats import FORMATS, Format

__all__ = ["FORMATS", "Format"]
