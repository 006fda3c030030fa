"""Makes the data files that ship with the package; not part of it."""
