"""What kwok does with nodes and pods: as it does by itself, but nothing with pods that really run.

https://kwok.sigs.k8s.io/docs/user/stages-configuration/
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Expression = dict[str, Any]

LIVES: Expression = {"key": ".metadata.deletionTimestamp", "operator": "DoesNotExist"}
IS_DELETED: Expression = {"key": ".metadata.deletionTimestamp", "operator": "Exists"}
HAS_NO_ADDRESS: Expression = {"key": ".status.podIP", "operator": "DoesNotExist"}
RUNS: Expression = {"key": ".status.phase", "operator": "In", "values": ["Running"]}
IS_OF_JOB: Expression = {"key": ".metadata.ownerReferences.[].kind", "operator": "In", "values": ["Job"]}

READY = """
{{ $now := Now }}
phase: Running
startTime: {{ $now | Quote }}
hostIP: {{ NodeIPWith .spec.nodeName | Quote }}
podIP: {{ PodIPWith .spec.nodeName ( or .spec.hostNetwork false ) ( or .metadata.uid "" ) ( or .metadata.name "" ) ( or .metadata.namespace "" ) | Quote }}
conditions:
{{ range $type := list "Initialized" "ContainersReady" "Ready" }}
- {type: {{ $type }}, status: "True", lastTransitionTime: {{ $now | Quote }}}
{{ end }}
{{ range .spec.readinessGates }}
- {type: {{ .conditionType | Quote }}, status: "True", lastTransitionTime: {{ $now | Quote }}}
{{ end }}
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: true
  restartCount: 0
  state: {running: {startedAt: {{ $now | Quote }}}}
{{ end }}
initContainerStatuses:
{{ range .spec.initContainers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: true
  restartCount: 0
  {{ if eq .restartPolicy "Always" }}
  started: true
  state: {running: {startedAt: {{ $now | Quote }}}}
  {{ else }}
  state:
    terminated: {exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }}}
  {{ end }}
{{ end }}
"""

COMPLETE = """
{{ $now := Now }}
phase: Succeeded
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: false
  restartCount: 0
  started: false
  state:
    terminated: {exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }}}
{{ end }}
"""


def write_stages(folder: Path, programs: Iterable[str]) -> str:
    """The configuration of kwok for clusters whose pods may run these programs; its name in the folder."""
    is_played: Expression = {
        "key": ".spec.containers.[].command.[0]",
        "operator": "NotIn",
        "values": sorted(programs),
    }
    stages = [
        _stage("pod-ready", [LIVES, HAS_NO_ADDRESS, is_played], {"statusTemplate": READY}),
        _stage("pod-complete", [LIVES, RUNS, IS_OF_JOB, is_played], {"statusTemplate": COMPLETE}),
        _stage("pod-delete", [IS_DELETED], {"finalizers": {"empty": True}, "delete": True}),
    ]
    file = folder / "kwok.yaml"
    # JSON is YAML.
    file.write_text("\n---\n".join(json.dumps(stage) for stage in stages))
    return file.name


def _stage(name: str, expressions: list[Expression], following: dict[str, Any]) -> dict[str, Any]:
    return {
        "apiVersion": "kwok.x-k8s.io/v1alpha1",
        "kind": "Stage",
        "metadata": {"name": name},
        "spec": {
            "resourceRef": {"apiGroup": "v1", "kind": "Pod"},
            "selector": {"matchExpressions": expressions},
            "next": following,
        },
    }
