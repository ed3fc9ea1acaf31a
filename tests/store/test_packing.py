from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.store.packing import pack, unpack


@given(st.binary(max_size=300))
def test_what_is_packed_comes_back(data: bytes) -> None:
    assert unpack(pack(data)) == data
    assert unpack(zlib.compress(data)) == data


@pytest.mark.parametrize(
    "damaged", [b"", b"none of ours", pack(b"text " * 99)[:-3], zlib.compress(b"text")[:-3]]
)
def test_damage_is_one_error(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpack(damaged)
