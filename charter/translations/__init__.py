"""Keep translations of the charter in short: `python -m charter translate`."""
