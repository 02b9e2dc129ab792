"""One call on its way: from its arrival, through the faults that it meets, to its answer and its record."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from testbed.bed import Bed
from testbed.clock import epoch_milliseconds, now
from testbed.faults.fault import Effect
from testbed.faults.faults import Injected
from testbed.faults.refusals import Refusal, broken, denied, stale_credentials, throttled
from testbed.recording.credential import account_of, credential_of, is_stale, principal_of
from testbed.recording.message import Answer, Environ
from testbed.recording.operation import Operation, operation_of
from testbed.recording.outcome import error_code, touched
from testbed.recording.recorded_call import RecordedCall


class NoAnswer(Exception):
    """The connection is to be closed without an answer."""


@dataclass
class Exchange:
    """``execute`` has the simulated AWS do the call; it is called once at most."""

    bed: Bed
    call: RecordedCall
    protocol: str
    execute: Callable[[], Answer]
    started: float

    def run(self) -> Answer:
        """The answer; raises ``NoAnswer`` where there is to be none. Sleeping and holding happen outside the lock."""
        _sleep(self.bed.settings.latency_milliseconds)
        if is_stale(self.call.session):
            return self._refused(stale_credentials(self.call.service, self.protocol))
        for injected in self.bed.faults.all():
            if not self.bed.faults.strikes(injected, self.call):
                continue
            self.call.fault = injected.id
            answer = self._suffer(injected)
            if answer is not None:
                return answer
        return self._done()

    def _suffer(self, injected: Injected) -> Answer | None:
        """The answer that the fault makes; ``None`` where the call goes on."""
        effect = injected.fault.effect
        if effect.kind == "latency":
            _sleep(effect.milliseconds or 0)
            return None
        if effect.kind == "disconnect":
            self._record(None)
            raise NoAnswer
        if effect.kind == "crash":
            self._crash(injected)
        return self._refused(self._refusal(effect))

    def _crash(self, injected: Injected) -> NoReturn:
        if injected.fault.effect.when == "after":
            self._done()
        else:
            self._record(None)
        injected.tell(self.call)
        # The caller is dead to us until the test takes the fault away.
        injected.removed.wait()
        raise NoAnswer

    def _refusal(self, effect: Effect) -> Refusal:
        call, protocol = self.call, self.protocol
        if effect.kind == "throttle":
            return throttled(call.service, protocol)
        if effect.kind == "internal":
            return broken(call.service, protocol)
        if effect.kind == "deny":
            return denied(call, protocol, principal_of(call.session, call.account))
        return Refusal(effect.status or 500, effect.code or "", effect.message or "")

    def _refused(self, refusal: Refusal) -> Answer:
        answer = refusal.answer(self.protocol)
        self._record(answer)
        return answer

    def _done(self) -> Answer:
        with self.bed.lock:
            answer = self.execute()
        self._record(answer)
        return answer

    def _record(self, answer: Answer | None) -> None:
        call = self.call
        if answer is not None:
            call.status, call.error_code = answer.status, error_code(answer)
        call.resources = touched(call.parameters, answer if call.write else None)
        call.milliseconds = (now() - self.started) * 1000
        self.bed.recorder.add(call)


def begin(bed: Bed, environ: Environ, execute: Callable[[], Answer]) -> Exchange:
    """The exchange of a request that has just arrived and was read completely."""
    started, at, sequence = now(), epoch_milliseconds(), bed.recorder.next_sequence()
    credential = credential_of(environ)
    operation: Operation = operation_of(environ, credential.service)
    call = RecordedCall(
        sequence=sequence,
        at=at,
        session=credential.session,
        account=account_of(credential.session),
        region=credential.region,
        service=credential.service,
        operation=operation.name,
        write=operation.write,
        parameters=operation.parameters,
        user_agent=environ.get("HTTP_USER_AGENT", ""),
    )
    return Exchange(bed, call, operation.protocol, execute, started)


def _sleep(milliseconds: float) -> None:
    if milliseconds > 0:
        time.sleep(milliseconds / 1000)
