"""Coding comments by hand: two people read cleaned comments, and only counts leave the room."""
