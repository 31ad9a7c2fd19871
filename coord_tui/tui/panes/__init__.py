"""The four panes: each turns its part of the snapshot into rows, and its cursor into a subject."""
