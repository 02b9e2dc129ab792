"""Files of a pod's volumes, as far as ConfigMaps and Secrets give them."""

import base64
from pathlib import Path
from typing import Any

from testbed.kubernetes.api import Api, ApiError

Object = dict[str, Any]


class MissingVolume(RuntimeError):
    """The pod waits for something that is not there."""


def write_volumes(api: Api, pod: Object, folder: Path) -> None:
    """Each volume in a folder of its name."""
    namespace = pod["metadata"]["namespace"]
    for volume in pod["spec"].get("volumes", []):
        place = folder / volume["name"]
        place.mkdir()
        for source in volume.get("projected", {}).get("sources", [volume]):
            _write(api, namespace, source, place)


def _write(api: Api, namespace: str, source: Object, place: Path) -> None:
    if "secret" in source:
        wanted = source["secret"]
        name = wanted.get("secretName") or wanted["name"]
        found = _get(api, f"/api/v1/namespaces/{namespace}/secrets/{name}")
        content = {key: base64.b64decode(text) for key, text in found.get("data", {}).items()}
    elif "configMap" in source:
        wanted = source["configMap"]
        found = _get(api, f"/api/v1/namespaces/{namespace}/configmaps/{wanted['name']}")
        content = {key: text.encode() for key, text in found.get("data", {}).items()}
    else:
        return
    for item in wanted.get("items") or [{"key": key, "path": key} for key in content]:
        if item["key"] not in content:
            raise MissingVolume(f"references non-existent key: {item['key']}")
        (place / item["path"]).write_bytes(content[item["key"]])


def _get(api: Api, path: str) -> Object:
    try:
        found: Object = api.request("GET", path)
    except ApiError as error:
        raise MissingVolume(str(error)) from error
    return found
