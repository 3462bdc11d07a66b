"""The page: one HTML file with everything a grading found out, to look at in a browser. It needs nothing else."""
