"""The quicker constructor leaves a frozen record what it is."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest

from cableview.model.cable import Cable, Change, Paragraph
from cableview.model.quick import quick


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    size: int = 3


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    size: int = 3


def test_fields_defaults_and_keywords() -> None:
    assert Quick("a") == Quick(name="a", size=3)
    assert (Quick("a", 4).name, Quick("a", 4).size) == ("a", 4)
    assert Quick("a") != Quick("b")
    assert repr(Quick("a")) == repr(Plain("a")).replace("Plain", "Quick")
    assert hash(Quick("a")) == hash(Plain("a"))
    assert type(Quick("a")) is Quick


def test_the_signature_is_that_of_the_fields() -> None:
    assert list(inspect.signature(Quick).parameters.items())[1][1].default == 3
    assert [*inspect.signature(Cable).parameters] == [field.name for field in fields(Cable)]


@pytest.mark.parametrize("values", [(), ("a", 1, 2)])
def test_too_few_and_too_many_values_are_errors(values: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Quick(*values)  # type: ignore[arg-type]


def test_nothing_can_be_changed_or_added() -> None:
    record = Quick("a")
    with pytest.raises(FrozenInstanceError):
        record.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del record.name
    with pytest.raises((FrozenInstanceError, TypeError)):
        record.other = 1  # type: ignore[attr-defined]
    assert not hasattr(record, "__dict__")


def test_replacing_copying_and_pickling() -> None:
    record = Cable(id="08ROME1", paragraphs=(Paragraph(1, "1.", "C", None, "Text.", (0, 9)),))
    assert replace(record, id="08ROME2").paragraphs == record.paragraphs
    assert copy.deepcopy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record
    assert {Change("tex", (0, 1)), Change("tex", (0, 1), "")} == {Change("tex", (0, 1))}
