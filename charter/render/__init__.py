"""Render templates to escaped HTML."""
