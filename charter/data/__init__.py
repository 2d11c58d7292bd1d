"""Read data/ into a checked model, or into a list of problems."""
