"""The control API under ``/_testbed/``: how a test reads and troubles the simulated AWS."""
