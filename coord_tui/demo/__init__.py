"""A throw-away repository to try the program in: built, opened, played in, and removed again."""
