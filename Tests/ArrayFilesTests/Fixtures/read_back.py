#!/usr/bin/env python3
"""Lets NumPy read every archive in a folder and write each one again, as NAME.again.

usage: python3 read_back.py FOLDER
"""

import pathlib
import sys
import zipfile

import numpy as np

count = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.npz")):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None, path
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files}
    with open(f"{path}.again", "wb") as file:
        np.savez(file, **arrays)
    count += 1
print(f"NumPy {np.__version__} read {count} archives")
