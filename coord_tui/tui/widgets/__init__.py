"""Small widgets that show rows and spans; they get values, post messages and know no domain."""
