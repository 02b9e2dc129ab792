"""What the parts of one cluster share whatever their version."""

from dataclasses import dataclass
from pathlib import Path

from testbed.kubernetes.certificates import Certificates
from testbed.kubernetes.processes import Group
from testbed.kubernetes.tools import Tools
from testbed.kubernetes.users import Users


@dataclass(frozen=True)
class Workshop:
    """A folder for their files, a group for their processes, and what they are told."""

    folder: Path
    tools: Tools
    group: Group
    certificates: Certificates
    users: Users
    service_cidr: str
