"""What do other programs get? `shapes` and `files` say what is public, `fill` takes it from the
model, and `export` writes it as text.
"""
