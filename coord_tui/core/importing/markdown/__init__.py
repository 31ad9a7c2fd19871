"""Turns Markdown into blocks that know their lines; nothing outside knows the Markdown parser."""
