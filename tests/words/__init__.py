"""Plain English, measured: what is hard to read, where it was typed, and what to write instead."""
