"""Records and resolutions -> what a person asks of them, as values: what falls due."""
