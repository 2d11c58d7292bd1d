"""The area on a map."""
