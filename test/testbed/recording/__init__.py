"""Every call to the simulated AWS: what it was, who made it, what came of it."""
