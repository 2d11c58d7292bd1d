"""What other programs get: the public shape of each kind of record. A field that does not stand
here is not published.

The JSON Schema of each file is made from these classes; the sentence below a field tells what it
holds.
"""
