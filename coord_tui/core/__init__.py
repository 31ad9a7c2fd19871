"""The rules, as pure functions over immutable values: no clock, no disk, no environment, no git."""
