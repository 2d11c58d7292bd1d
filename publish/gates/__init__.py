"""Checks that stop a site from being published."""
