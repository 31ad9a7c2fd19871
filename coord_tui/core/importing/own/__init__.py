"""Reads what `export` wrote: exactly the plan that was written, and what was changed by hand."""
