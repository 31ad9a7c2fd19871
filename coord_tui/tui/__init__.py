"""The screen: values in, Textual widgets out; it acts through the workspace and reads no files."""
