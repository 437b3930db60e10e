"""Finished pages -> the search index that the visitor's browser reads."""
