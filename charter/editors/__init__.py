"""Tools for editors: schemas, field reference, watch, new records, new areas."""
