"""Pages of EC2's listings: a part, and a token for the next one."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from moto.ec2.exceptions import EC2ClientError

from testbed.ec2.errors import invalid_value


@dataclass(frozen=True)
class Limits:
    """How many items a page may have; the largest number is also what a request gets that asks for none."""

    smallest: int = 5
    largest: int = 1000


#: Of https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroupRules.html and most others.
USUAL = Limits()


def page(response: Any, key: str, items: list[Any], limits: Limits = USUAL) -> dict[str, object]:
    """One page of the items under their key, as large as the request asks for."""
    asked = response._get_param("MaxResults")
    if asked is not None and not limits.smallest <= int(asked) <= limits.largest:
        raise invalid_value(
            f"Value ( {asked} ) for parameter maxResults is invalid. Expecting a value between {limits.smallest} and"
            f" {limits.largest}."
        )
    start = _start(response._get_param("NextToken"))
    end = start + int(asked or limits.largest)
    result: dict[str, object] = {key: items[start:end]}
    if end < len(items):
        result["NextToken"] = b64encode(f"from {end}".encode()).decode()
    return result


def _start(token: str | None) -> int:
    if not token:
        return 0
    try:
        return int(b64decode(token).decode().removeprefix("from "))
    except ValueError as error:
        raise EC2ClientError("InvalidNextToken", f"The token '{token}' is invalid.") from error
