"""Thousands of spoilt copies of data/, and what the charter makes of each: `make fuzz`."""
