"""Article -> Doc: the spaCy model, loaded once and when first needed."""

from dateline.parse.model import DEFAULT_MODEL, load_model, model_name

__all__ = ["DEFAULT_MODEL", "load_model", "model_name"]
