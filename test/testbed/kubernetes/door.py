"""The public end of a cluster's endpoint: forwards to the API server whom the access settings admit."""

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Coroutine
from typing import Any

from testbed.kubernetes.access import Caller, EndpointAccess

CHUNK = 1 << 16


class Doors:
    """Every door of the bed, served by one thread, for callers who stand in one place."""

    def __init__(self) -> None:
        self.caller = Caller()
        self._doors: list[Door] = []
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def move(self, caller: Caller) -> None:
        """The callers stand elsewhere from now on."""
        self.caller = caller
        for door in list(self._doors):
            door.expel()

    def open(self) -> "Door":
        """A new door on a free port; behind it is nothing yet."""
        door = Door(self)
        self._doors.append(door)
        self.run(door.serve())
        return door

    def close(self, door: "Door") -> None:
        """Nobody comes through it any more."""
        self._doors.remove(door)
        self.run(door.end())

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Does the work in the thread of the doors."""
        asyncio.run_coroutine_threadsafe(work, self._loop).result()


class Door:
    """A TCP forwarder in front of one API server."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        self._access = EndpointAccess()
        self._behind: int | None = None
        self._guests: set[asyncio.StreamWriter] = set()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]

    def lead_to(self, port: int) -> None:
        """New connections go to this port of loopback."""
        self._behind = port

    def admit(self, access: EndpointAccess) -> None:
        """Other rules; connections that they refuse are cut, as there is no way to them any more."""
        self._access = access
        self.expel()

    def expel(self) -> None:
        """Cuts the connections of those who are not admitted now."""
        if not self._admits():
            self._doors.run(self._cut())

    async def serve(self) -> None:
        self._server = await asyncio.start_server(self._welcome, sock=self._socket)

    async def end(self) -> None:
        self._server.close()
        await self._cut()

    def _admits(self) -> bool:
        return self._access.admits(self._doors.caller)

    async def _cut(self) -> None:
        for guest in list(self._guests):
            _reset(guest)

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._guests.add(writer)
        try:
            if self._admits():
                await self._forward(reader, writer)
            elif self._doors.caller.silence:
                await reader.read(-1)
        except OSError:
            # One of the two ends hung up, which is theirs to do.
            pass
        finally:
            self._guests.discard(writer)
            _reset(writer)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._behind is None:
            return
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", self._behind)
        try:
            await asyncio.gather(_copy(reader, inner_writer), _copy(inner_reader, writer))
        finally:
            inner_writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while chunk := await reader.read(CHUNK):
        writer.write(chunk)
        await writer.drain()
    with contextlib.suppress(OSError):
        writer.write_eof()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Ends without a farewell: the client sees a reset instead of an orderly end."""
    linger = struct.pack("ii", 1, 0)
    inner = writer.get_extra_info("socket")
    if inner is not None and not writer.is_closing():
        inner.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        writer.transport.abort()
