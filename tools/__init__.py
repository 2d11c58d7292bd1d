"""What is run by hand once a year: it makes data from open data. Whoever only builds the site needs
none of it.
"""
