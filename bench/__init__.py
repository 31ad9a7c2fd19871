"""Programs that measure: speed as ratios, trust as counts; `python -m bench` prints the table."""
