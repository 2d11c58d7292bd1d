"""Copies for reading without a network: service worker and zip."""
