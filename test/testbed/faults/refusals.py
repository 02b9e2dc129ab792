"""The codes with which each service refuses; clients tell trouble that passes from trouble that stays by them."""

from dataclasses import dataclass

from testbed.faults.error_form import error_answer
from testbed.recording.message import Answer
from testbed.recording.recorded_call import RecordedCall


@dataclass(frozen=True)
class Refusal:
    status: int
    code: str
    message: str

    def answer(self, protocol: str) -> Answer:
        return error_answer(protocol, self.status, self.code, self.message)


#: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html and the errors common to each service.
_THROTTLED = {
    "ec2": Refusal(503, "RequestLimitExceeded", "Request limit exceeded."),
    "eks": Refusal(429, "ThrottlingException", "Rate exceeded"),
    "servicequotas": Refusal(400, "TooManyRequestsException", "Rate exceeded"),
    "s3": Refusal(503, "SlowDown", "Please reduce your request rate."),
}

#: https://docs.aws.amazon.com/eks/latest/APIReference/CommonErrors.html
_BROKEN = {
    "ec2": Refusal(500, "InternalError", "An internal error has occurred"),
    "eks": Refusal(500, "ServerException", "Something went wrong on the server side."),
    "servicequotas": Refusal(500, "ServiceException", "Something went wrong."),
}


def throttled(service: str, protocol: str) -> Refusal:
    if protocol in ("json", "rest-json"):
        return _THROTTLED.get(service, Refusal(400, "ThrottlingException", "Rate exceeded"))
    return _THROTTLED.get(service, Refusal(400, "Throttling", "Rate exceeded"))


def broken(service: str, protocol: str) -> Refusal:
    if protocol in ("json", "rest-json"):
        return _BROKEN.get(service, Refusal(500, "InternalServerException", "Something went wrong."))
    return _BROKEN.get(service, Refusal(500, "InternalFailure", "The request processing has failed."))


def denied(call: RecordedCall, protocol: str, principal: str) -> Refusal:
    action = f"{call.service}:{call.operation}"
    sentence = (
        f"User: {principal} is not authorized to perform: {action} because no identity-based policy"
        f" allows the {action} action"
    )
    if call.service == "ec2":
        return Refusal(403, "UnauthorizedOperation", f"You are not authorized to perform this operation. {sentence}")
    if protocol == "json":
        return Refusal(400, "AccessDeniedException", sentence)
    return Refusal(403, "AccessDeniedException" if protocol == "rest-json" else "AccessDenied", sentence)


def stale_credentials(service: str, protocol: str) -> Refusal:
    if service == "ec2":
        return Refusal(401, "AuthFailure", "AWS was not able to validate the provided access credentials")
    code = "UnrecognizedClientException" if protocol in ("json", "rest-json") else "InvalidClientTokenId"
    return Refusal(403, code, "The security token included in the request is invalid.")
