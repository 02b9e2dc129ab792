"""An error in the form of a service's protocol."""

import json
from uuid import uuid4
from xml.sax.saxutils import escape

from testbed.recording.message import Answer


def error_answer(protocol: str, status: int, code: str, message: str) -> Answer:
    """``protocol`` as botocore names it."""
    if protocol in ("json", "rest-json"):
        return _json(protocol, status, code, message)
    element = f"<Code>{escape(code)}</Code><Message>{escape(message)}</Message>"
    if protocol == "ec2":
        text = f"<Response><Errors><Error>{element}</Error></Errors><RequestID>{uuid4()}</RequestID></Response>"
    else:
        fault = "Sender" if status < 500 else "Receiver"
        text = (
            f"<ErrorResponse><Error><Type>{fault}</Type>{element}</Error>"
            f"<RequestId>{uuid4()}</RequestId></ErrorResponse>"
        )
    return Answer(status, text.encode(), _headers("text/xml;charset=UTF-8", text))


def _json(protocol: str, status: int, code: str, message: str) -> Answer:
    text = json.dumps({"__type": code, "message": message})
    kind = "application/x-amz-json-1.1" if protocol == "json" else "application/json"
    return Answer(status, text.encode(), [*_headers(kind, text), ("x-amzn-errortype", code)])


def _headers(content_type: str, text: str) -> list[tuple[str, str]]:
    return [
        ("content-type", content_type),
        ("content-length", str(len(text.encode()))),
        ("x-amzn-requestid", str(uuid4())),
    ]
