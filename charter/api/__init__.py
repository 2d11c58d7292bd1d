"""Open data for other programs: `files` says what stands in each, `public` takes what is public
from the model, and `export` writes it as text.
"""
