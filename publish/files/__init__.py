"""Write the files that are made from finished pages."""
