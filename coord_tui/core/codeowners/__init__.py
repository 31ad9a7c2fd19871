"""Reads CODEOWNERS files into what they state, and writes a plan's ownership as one."""
