"""Doc -> records: each finder is a pure function over the spaCy Doc and what the earlier finders returned."""
