"""The area that the charter is for: what is worked out from open data. Knows nothing of pages."""
