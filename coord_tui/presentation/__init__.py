"""Values in, words out: what both fronts say, as rows of (text, role), without a terminal."""
