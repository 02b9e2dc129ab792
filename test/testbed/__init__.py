"""Simulated AWS for tests: moto, and on top of it what moto lacks."""
