"""Trouble on purpose: what a call may meet instead of its answer."""
