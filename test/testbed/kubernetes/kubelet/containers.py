"""What containers that really run find: which programs their image has, and who answers which address."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Image:
    """An image that can be pulled, and the programs in it by their path."""

    name: str
    programs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Address:
    """``host:port`` as a container calls it, and the port on loopback where somebody listens."""

    name: str
    port: int


@dataclass(frozen=True)
class Containers:
    """For every cluster of the bed; nothing can be pulled or called that is not here."""

    images: tuple[Image, ...] = ()
    addresses: tuple[Address, ...] = ()

    def programs_of(self, image: str) -> tuple[str, ...] | None:
        """``None`` where the image cannot be pulled."""
        return next((each.programs for each in self.images if each.name == image), None)

    def port_of(self, address: str) -> int | None:
        """``None`` where nothing has this name."""
        return next((each.port for each in self.addresses if each.name == address), None)
