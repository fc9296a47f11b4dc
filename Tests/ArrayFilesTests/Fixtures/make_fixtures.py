#!/usr/bin/env python3
"""Writes the files in this folder with NumPy: what the tests read.

usage: python3 make_fixtures.py          (in this folder, NumPy 2)

NumPy writes the same bytes each time, so a second run changes nothing.
"""

import io
import struct
import zipfile

import numpy as np
from numpy.lib import format as npy

grid = np.arange(6).reshape(2, 3)

# Every element type, in both byte orders.
for order, name in (("<", "little"), (">", "big")):
    for kind in ("f8", "f4", "f2", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1"):
        values = [[0, 1, 2], [3, 100, -1 if kind[0] != "u" else 255]]
        np.save(f"{kind}-{name}.npy", np.array(values).astype(order + kind))
    np.save(f"text-{name}.npy", np.array(["relu", "総入力", "🙂"], dtype=order + "U4"))
np.save("b1.npy", np.array([True, False, True]))
np.save("f2-edges.npy", np.array([6e-8, 6.1e-5, 65504, np.inf, -np.inf, np.nan, -0.0], "f2"))
np.save("i8-edges.npy", np.array([-(2**63), 2**63 - 1, -(2**53)], "i8"))
np.save("u8-edges.npy", np.array([2**64 - 1, 2**53], "u8"))

# Every shape of shape.
np.save("scalar.npy", np.float64(0.1))
np.save("vector.npy", np.array([0.1, -2.5, 1e300]))
np.save("empty.npy", np.zeros((0, 3)))
np.save("fortran-2.npy", np.asfortranarray(grid + 0.5))
np.save("fortran-3.npy", np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)))
np.save("text-scalar.npy", np.array("3 5:relu 4:softmax"))

# Every version of the format.
for major in (1, 2, 3):
    with open(f"version-{major}.npy", "wb") as file:
        npy.write_array(file, grid + 0.5, version=(major, 0))

# What is refused.
np.save("object.npy", np.array([1, "a", None], dtype=object), allow_pickle=True)
np.save("complex.npy", np.array([1 + 2j]))
np.save("structured.npy", np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f8")]))
np.save("date.npy", np.array(["2020-01-01"], dtype="M8[D]"))

# Archives.
arrays = {
    "W1": (grid + 0.5) / 3,
    "b1": np.array([0.25, -0.125, 1e-9]),
    "重み": np.float64(7),
    "layers": np.array("2 3:relu"),
}
np.savez("savez.npz", **arrays)
np.savez_compressed("compressed.npz", **arrays)
np.savez_compressed(
    "compressed-large.npz", zeros=np.zeros((100, 100)), ramp=np.arange(5000) % 251,
    noise=np.random.RandomState(1).randint(0, 256, 600).astype("u1"))
np.savez("empty.npz")
np.savez("object.npz", a=np.array([None]))
np.savez("integers.npz", x=grid, y=np.array([True, False]))

buffer = io.BytesIO()
np.save(buffer, grid + 0.5)
with zipfile.ZipFile("bzip2.npz", "w") as archive:
    member = zipfile.ZipInfo("a.npy")
    archive.writestr(member, buffer.getvalue(), zipfile.ZIP_BZIP2)
with zipfile.ZipFile("twice.npz", "w") as archive:
    archive.writestr(zipfile.ZipInfo("a.npy"), buffer.getvalue())
    archive.writestr(zipfile.ZipInfo("a"), buffer.getvalue())

# The same archive with a directory of 64 bits, which Python writes for huge archives only: each
# size and offset is in an extra field, and the end record refers to a larger one.
with zipfile.ZipFile("savez.npz") as archive:
    infos = archive.infolist()
    start = archive.start_dir
with open("savez.npz", "rb") as file:
    members = file.read()[:start]
directory = b""
for info in infos:
    name = info.filename.encode()
    directory += struct.pack(
        "<4sHHHHHHLLLHHHHHLL", b"PK\x01\x02", 45, 45, info.flag_bits, 0, 0, 33, info.CRC,
        0xFFFFFFFF, 0xFFFFFFFF, len(name), 28, 0, 0, 0, 0, 0xFFFFFFFF)
    directory += name + struct.pack(
        "<HHQQQ", 1, 24, info.file_size, info.compress_size, info.header_offset)
end = struct.pack(
    "<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, len(infos), len(infos), len(directory), start)
end += struct.pack("<4sLQL", b"PK\x06\x07", 0, start + len(directory), 1)
end += struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
with open("zip64.npz", "wb") as file:
    file.write(members + directory + end)
with np.load("zip64.npz") as archive:  # NumPy reads it, too.
    assert all(np.array_equal(archive[name], arrays[name]) for name in arrays)
