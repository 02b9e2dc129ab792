"""What can be read from an answer: its error code, and the resources that a call was about."""

import json
import re

from testbed.recording.message import Answer

_ERROR_CODE = re.compile(rb"<Code>([^<]+)</Code>")

#: Ids of EC2, as they stand in parameters and answers.
_ID = re.compile(r"\b(?:vpc|subnet|rtb|rtbassoc|pcx|sg|sgr|igw|nat|eni|i|lt|pl|eipalloc)-[0-9a-f]{8,17}\b")


def error_code(answer: Answer) -> str | None:
    """The service's code, whichever protocol it speaks; ``None`` where the call succeeded."""
    if answer.status < 400:
        return None
    headers = {name.lower(): value for name, value in answer.headers}
    if "x-amzn-errortype" in headers:
        return _short(headers["x-amzn-errortype"])
    match = _ERROR_CODE.search(answer.body)
    return match[1].decode() if match else _json_code(answer.body)


def _json_code(body: bytes) -> str | None:
    try:
        document = json.loads(body)
    except ValueError:
        return None
    code = document.get("__type") or document.get("code") if isinstance(document, dict) else None
    return _short(str(code)) if code else None


def _short(code: str) -> str:
    return code.split(":", 1)[0].rsplit("#", 1)[-1]


def touched(parameters: object, answer: Answer | None) -> list[str]:
    """Ids that the parameters name, and those that a write answered with."""
    text = json.dumps(parameters, default=str)
    if answer is not None:
        text += answer.body.decode("utf-8", "replace")
    return list(dict.fromkeys(_ID.findall(text)))
