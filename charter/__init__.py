"""The charter: load its data, check it, and draw it as HTML. Knows nothing of MkDocs."""
