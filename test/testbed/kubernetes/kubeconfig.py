"""Kubeconfig files, which may be JSON as well as YAML."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Kubeconfig:
    """Who calls which server."""

    server: str
    authority: Path | None = None
    token: str | None = None

    def write(self, file: Path) -> None:
        """Writes the file with one context, which is the current one."""
        cluster = {"server": self.server}
        if self.authority:
            cluster["certificate-authority"] = str(self.authority)
        user = {"token": self.token} if self.token else {}
        document = {
            "apiVersion": "v1",
            "kind": "Config",
            "clusters": [{"name": "cluster", "cluster": cluster}],
            "users": [{"name": "user", "user": user}],
            "contexts": [{"name": "here", "context": {"cluster": "cluster", "user": "user"}}],
            "current-context": "here",
        }
        file.write_text(json.dumps(document))
