"""The same flow over many articles: from sources of every kind, by several processes, into an archive."""
