"""Reads coordination documents as people write them into a plan; nothing vanishes on the way."""
