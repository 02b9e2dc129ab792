"""The public parameters that name EKS's newest node images.

https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
"""

import re
from hashlib import sha256

from moto.core.utils import utcnow
from moto.ssm.models import Parameter, SimpleSystemManagerBackend

from testbed.eks.cluster_versions import OFFERED, release_version

_PATH = re.compile(
    r"/aws/service/eks/optimized-ami/(?P<version>[\d.]+)/amazon-linux-2023/\w+/\w+/recommended/"
    r"(?P<key>release_version|image_id)"
)
_get_parameter = SimpleSystemManagerBackend.get_parameter


def install() -> None:
    """Make moto's Parameter Store know them."""
    SimpleSystemManagerBackend.get_parameter = _with_images  # type: ignore[method-assign]


def _with_images(self: SimpleSystemManagerBackend, name: str) -> Parameter | None:
    match = _PATH.fullmatch(name)
    if match is None or match["version"] not in {offered.version for offered in OFFERED}:
        return _get_parameter(self, name)
    image = f"ami-{sha256(match[0].encode()).hexdigest()[:17]}"
    return Parameter(  # type: ignore[abstract]
        self.account_id,
        name,
        release_version(match["version"]) if match["key"] == "release_version" else image,
        "String",
        None,
        None,
        None,
        utcnow(),
        1,
        "text",
    )
