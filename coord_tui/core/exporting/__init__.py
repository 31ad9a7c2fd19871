"""Writes a plan as documents for people, agents and other tools."""
