"""Child processes that never outlive the bed."""

import os
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LAST_LINES = 20


class PartDied(RuntimeError):
    """A part of a control plane ended by itself."""


class Group:
    """A process group whose leader kills all of it when the bed is gone, even after SIGKILL.

    The leader waits for the end of a pipe that only the bed holds, which needs neither Linux's
    PR_SET_PDEATHSIG (bound to the thread that forked) nor a list of process ids that could be reused.
    It removes the folder in which they work as well.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._leader = subprocess.Popen(
            ["/bin/sh", "-c", 'read _; rm -rf "$0"; kill -KILL 0', str(folder)],
            stdin=subprocess.PIPE,
            process_group=0,
        )
        self.id = self._leader.pid

    def start(self, name: str, command: Sequence[str]) -> "Part":
        """Starts a process in the folder; what it says goes to ``NAME.log`` there."""
        log = self._folder / f"{name}.log"
        with log.open("ab") as output:
            process = subprocess.Popen(
                command,
                cwd=self._folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                process_group=self.id,
            )
        return Part(name, process, log)

    def end(self) -> None:
        """Kills every process of the group and waits for the leader."""
        if self._leader.stdin:
            self._leader.stdin.close()
        self._leader.wait()


@dataclass(frozen=True)
class Part:
    """One process of a control plane."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def confirm_alive(self) -> None:
        """Raises with the end of the log where the process has ended."""
        code = self.process.poll()
        if code is not None:
            lines = self.log.read_text(errors="replace").splitlines()[-LAST_LINES:]
            raise PartDied(f"{self.name} ended with {code}:\n" + "\n".join(lines))

    def pause(self, paused: bool) -> None:
        """Halts the process where it is, or lets it go on."""
        self.process.send_signal(signal.SIGSTOP if paused else signal.SIGCONT)

    def stop(self) -> None:
        """Asks the process to end, and waits until it has."""
        self.process.terminate()
        self.wait()

    def wait(self) -> None:
        """Waits for the end, which the group or a signal brings."""
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _environment() -> dict[str, str]:
    """Nothing of this machine's AWS or Kubernetes settings; start-up counts more than memory here."""
    return {"PATH": os.environ.get("PATH", ""), "HOME": "/nonexistent", "GOGC": "200"}
