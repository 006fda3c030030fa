"""A second reader: any language model, held to the text. It gives words; Dateline finds them and states the facts."""
