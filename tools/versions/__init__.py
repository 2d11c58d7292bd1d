"""Raise pinned versions."""
