"""botocore's models, read once: starting moto would parse the one of EC2 three times, which takes seconds."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from botocore.loaders import JSONFileLoader


def install() -> None:
    """To be called before any module of moto is imported."""
    JSONFileLoader.load_file = lambda self, file_path: _load(file_path)


@cache
def _load(file_path: str) -> Any:
    """The file whose path is told without its ending; ``None`` where there is none."""
    plain, packed = Path(f"{file_path}.json"), Path(f"{file_path}.json.gz")
    if plain.is_file():
        return json.loads(plain.read_bytes())
    return json.loads(gzip.decompress(packed.read_bytes())) if packed.is_file() else None
