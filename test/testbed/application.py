"""The door of the bed: control calls go to the control API, everything else is a call to AWS."""

import socket
import sys
import traceback
from collections.abc import Iterable
from http import HTTPStatus

from testbed.bed import Bed
from testbed.control.control import Control
from testbed.exchange import NoAnswer, begin
from testbed.faults.error_form import error_answer
from testbed.recording.message import Answer, Environ, StartResponse, WsgiApplication, ask, read_body


class Application:
    def __init__(self, bed: Bed, aws: WsgiApplication):
        self._bed = bed
        self._aws = aws
        self._control = Control(bed)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        body = read_body(environ)
        path = environ.get("PATH_INFO", "")
        try:
            answer = self._control.answer(environ, body) if path.startswith("/_testbed/") else self._call(environ)
        except NoAnswer:
            _hang_up(environ)
            return []
        start_response(f"{answer.status} {HTTPStatus(answer.status).phrase}", answer.headers)
        return [answer.body]

    def _call(self, environ: Environ) -> Answer:
        exchange = begin(self._bed, environ, lambda: self._execute(environ, exchange.protocol))
        return exchange.run()

    def _execute(self, environ: Environ, protocol: str) -> Answer:
        try:
            return ask(self._aws, environ)
        except NotImplementedError as error:
            return error_answer(protocol, 501, "NotImplemented", f"The test bed lacks this: {error}")
        except Exception:  # noqa: BLE001 -- a defect of the simulator must be seen, and must not look like AWS
            traceback.print_exc(file=sys.stderr)
            return error_answer(protocol, 500, "TestbedDefect", traceback.format_exc(limit=-3))


def _hang_up(environ: Environ) -> None:
    connection: socket.socket = environ["werkzeug.socket"]
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # The other side was first.
    raise ConnectionAbortedError("The bed closes this connection without an answer.")
