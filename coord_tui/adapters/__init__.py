"""The edge: bytes of files and of git come in here and leave as values, failures as one line."""
