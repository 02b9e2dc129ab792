"""Runs one container and tells how it ended, as a kubelet does."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Object = dict[str, Any]

# https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
MESSAGE_BYTES = 2048
MESSAGE_LINES = 80

# What runs longer than that is ended as a node would that runs out of patience.
LONGEST_SECONDS = 120


@dataclass(frozen=True)
class Runtime:
    """Where programs are on this machine, by their path in an image, and how they reach the network."""

    programs: Mapping[str, Path]
    proxy: str
    process_group: int


def run(container: Object, volumes: Mapping[str, Path], has: tuple[str, ...], runtime: Runtime) -> Object:
    """The state ``terminated`` of the container; ``has`` are the programs of its image."""
    started = now()
    program, *arguments = [*container["command"], *container.get("args", [])]
    if program not in has:
        message = f'failed to create containerd task: exec: "{program}": stat {program}: no such file or directory'
        return {"exitCode": 128, "reason": "StartError", "message": message, "startedAt": started, "finishedAt": now()}
    done = subprocess.run(
        [str(runtime.programs[program]), *_with_paths(arguments, container, volumes)],
        env=_environment(container, runtime),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=LONGEST_SECONDS,
        process_group=runtime.process_group,
    )
    code = done.returncode if done.returncode >= 0 else 128 - done.returncode
    state = {"exitCode": code, "reason": "Error" if code else "Completed", "startedAt": started, "finishedAt": now()}
    if code and container.get("terminationMessagePolicy") == "FallbackToLogsOnError":
        state["message"] = _tail(done.stdout)
    return state


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _with_paths(arguments: list[str], container: Object, volumes: Mapping[str, Path]) -> list[str]:
    """Without a root of its own the program finds what is mounted where it was written on this machine."""
    for mount in container.get("volumeMounts", []):
        arguments = [each.replace(f"{mount['mountPath']}/", f"{volumes[mount['name']]}/") for each in arguments]
    return arguments


def _environment(container: Object, runtime: Runtime) -> dict[str, str]:
    given = {each["name"]: each.get("value", "") for each in container.get("env", [])}
    return {**given, "HTTPS_PROXY": runtime.proxy}


def _tail(output: bytes) -> str:
    lines = output[-MESSAGE_BYTES:].decode(errors="replace").splitlines(keepends=True)
    return "".join(lines[-MESSAGE_LINES:])
