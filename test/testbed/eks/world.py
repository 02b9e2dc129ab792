"""What every cluster of the bed shares."""

from dataclasses import dataclass, field

from testbed.bed import Bed
from testbed.eks.background import Background
from testbed.eks.issuer import Issuer


@dataclass
class World:
    """The bed, the work that goes on by itself, and the issuer of service account tokens."""

    bed: Bed
    issuer: Issuer
    background: Background = field(default_factory=Background)
