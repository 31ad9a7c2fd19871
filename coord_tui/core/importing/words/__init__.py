"""The words by which documents say things, in the languages in which people write them."""
