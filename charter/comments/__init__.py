"""Counting what comments say, without keeping or showing one word of them.

A file of comments goes through `table` (what stands in the file), `columns` (which column may be
read), `clean` (what may
reach a counter), `count` (tone and values), `disclosure` (which counts may be shown) and `result`
(how they are told).
"""
