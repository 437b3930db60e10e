"""Samrum: records of public decisions, turned into a site."""
