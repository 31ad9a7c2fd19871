"""Values in, words out: what both fronts say, as rows of (text, role), with no terminal in sight."""
