"""Questions in plain English, whose answers become a record in `data/`: what `python -m charter new` does."""
