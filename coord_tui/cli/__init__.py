"""The command line: one word, what it needs and no more, text or JSON, an exit code."""
