"""Measurements for people: `python -m tests.project.bench NAME`, from the project's folder."""
