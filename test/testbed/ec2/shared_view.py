"""What a participant sees of a resource that another account shares with it."""

from functools import cache
from typing import Any

from moto.ec2.models import EC2Backend


class SharedView:
    """The resource as it is at any moment; its tags are the participant's own, as AWS shares none."""

    __slots__ = ("original", "participant")

    original: Any
    participant: EC2Backend

    @property
    def ec2_backend(self) -> EC2Backend:
        return self.participant

    @property
    def owner_id(self) -> str:
        return str(self.original.owner_id)


def view_of(original: Any, participant: EC2Backend) -> Any:
    """An object of the same class that shares all state with the original."""
    view = object.__new__(_view_class(type(original)))
    view.__dict__ = original.__dict__
    view.original = original
    view.participant = participant
    return view


@cache
def _view_class(kind: type) -> type:
    return type(f"Shared{kind.__name__}", (SharedView, kind), {})
