"""Give each page its styles."""
