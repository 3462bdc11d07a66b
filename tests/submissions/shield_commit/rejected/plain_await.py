"""await alone sees to it that commit comes to its end.

verdict: failed
diagnosis: when the caller was cancelled: a cancellation goes on to whatever the cancelled task awaits
"""

async def commit_safely(commit):
    return await commit()
