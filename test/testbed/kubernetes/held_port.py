"""A port that stays this process's while another program listens on it."""

import socket


class HeldPort:
    """Bound but not listening, so that the kernel gives the port to nobody else meanwhile.

    The other program binds it as well, with SO_REUSEPORT, as ``--permit-port-sharing`` does.
    """

    def __init__(self) -> None:
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self._socket.bind(("127.0.0.1", 0))
        self.number: int = self._socket.getsockname()[1]

    def release(self) -> None:
        """Anybody may have the port."""
        self._socket.close()
