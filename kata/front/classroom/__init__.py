"""A teacher's side: what is handed out, what comes back, how it is graded in bulk, and what is made of the results."""
