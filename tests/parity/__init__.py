"""Is the site the same, whichever tool builds it? `make parity` prints the table."""
