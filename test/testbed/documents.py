"""Reading JSON into frozen dataclasses, strictly: a misspelt key in a test must not pass unnoticed."""

import re
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace

T = typing.TypeVar("T")


class InvalidDocument(ValueError):
    """A document of the control API that is not as it should be."""


def read(kind: type[T], document: object, where: str) -> T:
    """An instance of the dataclass ``kind``; keys are its fields in camel case."""
    values = _values(kind, document, where)
    for each in fields(kind):  # type: ignore[arg-type]
        needed = each.default is MISSING and each.default_factory is MISSING
        if needed and each.name not in values:
            raise InvalidDocument(f"{where} needs {_camel_case(each.name)}.")
    return kind(**values)


def merge(instance: T, changes: object, where: str) -> T:
    """The instance with the changes; a nested dataclass is merged, everything else is replaced."""
    return replace(instance, **_values(type(instance), changes, where, instance))  # type: ignore[type-var]


def write(instance: object) -> dict[str, object]:
    """The dataclass as JSON, without what is not set."""
    values = {field.name: getattr(instance, field.name) for field in fields(instance)}  # type: ignore[arg-type]
    return {_camel_case(name): _plain(value) for name, value in values.items() if value is not None}


def _plain(value: object) -> object:
    if is_dataclass(value):
        return write(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _values(kind: type, document: object, where: str, current: object = None) -> dict[str, typing.Any]:
    if not isinstance(document, Mapping):
        raise InvalidDocument(f"{where} should be an object, received {document!r}.")
    hints = typing.get_type_hints(kind)
    names = {_camel_case(name): name for name in hints}
    unknown = sorted(set(document) - set(names))
    if unknown:
        raise InvalidDocument(f"{where} has no {', '.join(unknown)}; it has {', '.join(names)}.")
    return {
        names[key]: _value(hints[names[key]], value, f"{where}.{key}", getattr(current, names[key], None))
        for key, value in document.items()
    }


def _value(hint: typing.Any, value: object, where: str, current: object) -> object:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    for option in options:
        if is_dataclass(option) and isinstance(option, type):
            return merge(current, value, where) if current is not None else read(option, value, where)
        if typing.get_origin(option) is tuple and isinstance(value, list):
            (item,) = [argument for argument in typing.get_args(option) if argument is not Ellipsis]
            return tuple(_value(item, one, f"{where}[{index}]", None) for index, one in enumerate(value))
        if _is_plain(option, value):
            return value
    raise InvalidDocument(f"{where} should be {hint}, received {value!r}.")


def _is_plain(option: typing.Any, value: object) -> bool:
    if option is type(None):
        return value is None
    if option is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if option is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(option, type) and isinstance(value, option)


def _camel_case(name: str) -> str:
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)
