"""What an editor can run, one file a command. Each has HELP, `arguments` (what it takes), and `run`
(what it does and tells).
"""
