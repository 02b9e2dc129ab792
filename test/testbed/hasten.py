"""Answers of moto about itself that never change, and that it looks up anew for every call: half of a call's time."""

from functools import cache

from moto import backends
from moto.core import responses


def install() -> None:
    """Remember them; to be called before any call is served."""
    modules = tuple(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules
    responses.method_names_from_class = cache(responses.method_names_from_class)  # type: ignore[attr-defined]
