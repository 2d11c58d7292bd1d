"""Make the area's shapes and postcode index from open data, once a year."""
