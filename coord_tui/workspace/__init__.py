"""The use cases that both fronts call; the only layer that joins the rules to files and git."""
