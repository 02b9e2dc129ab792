"""Where the programs of a control plane are; the test that starts the bed says so in the environment."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = "TESTBED_KUBERNETES"
KWOK = "TESTBED_KWOK"
PROGRAMS = "TESTBED_PROGRAMS"


class ToolsMissing(RuntimeError):
    """The bed was started without the programs that real clusters need."""


@dataclass(frozen=True)
class Tools:
    """The control plane's programs, one a minor version, and kwok.

    ``programs`` are those that pods really run: where each is on this machine, by its path in an image.
    """

    folder: Path
    kwok: Path
    programs: Mapping[str, Path] = field(default_factory=dict)

    def control_plane(self, minor: str) -> Path:
        """The program that says this version, such as 1.35."""
        program = self.folder / f"control-plane-{minor}"
        if not program.exists():
            known = ", ".join(sorted(file.name for file in self.folder.glob("control-plane-*")))
            raise ToolsMissing(f"Expected {program.name} in {self.folder}, which has {known or 'none'}.")
        return program


def find_tools() -> Tools | None:
    """The programs, or ``None`` where the bed serves AWS only."""
    folder, kwok = os.environ.get(FOLDER), os.environ.get(KWOK)
    if not (folder and kwok):
        return None
    programs = json.loads(os.environ.get(PROGRAMS, "{}"))
    return Tools(Path(folder), Path(kwok), {inside: Path(here) for inside, here in programs.items()})


def require_tools() -> Tools:
    """The programs; raises where the bed was started without them."""
    found = find_tools()
    if found is None:
        raise ToolsMissing(f"Expected {FOLDER} and {KWOK} in the environment, received neither or one.")
    return found
