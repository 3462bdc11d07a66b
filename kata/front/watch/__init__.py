"""Grading on every save: `saves` notices, `desk` grades, `plain` and `app` show."""
