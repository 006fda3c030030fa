"""Files and addresses -> bytes: the only way out to the network."""
