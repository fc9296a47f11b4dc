"""Prints what the display width of scalars is made of and tested against.

    python3 widths.py ranges   the wide ranges for Sources/TerminalGraphics/WideScalars.swift,
                               from the Unicode data that Python carries
    python3 widths.py sample   the sample for WidthSample.swift, from the C library's wcwidth
"""

import ctypes
import locale
import sys
import unicodedata


def is_unassigned(code):
    return unicodedata.category(chr(code)) == "Cn"


def is_wide(code):
    if is_unassigned(code):  # Python answers "F" for these; Unicode plans wide ones here
        return 0x20000 <= code <= 0x3FFFD or 0x1FA70 <= code <= 0x1FAFF
    return unicodedata.east_asian_width(chr(code)) in "WF"


def ranges():
    """Wide ranges; a gap that holds only unassigned code points is closed."""
    found = []
    gap_is_free = False
    for code in range(0x1100, 0x3FFFE):
        if is_wide(code):
            if found and (found[-1][1] == code - 1 or gap_is_free):
                found[-1][1] = code
            else:
                found.append([code, code])
            gap_is_free = True
        elif not is_unassigned(code):
            gap_is_free = False
    for first, last in found:
        print(f"    0x{first:04X}...0x{last:04X},")


BLOCKS = [
    (0x20, 0x7E), (0xA1, 0x17F), (0x300, 0x36F), (0x370, 0x3FF), (0x1100, 0x1112), (0x1160, 0x1175),
    (0x2010, 0x2027), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2500, 0x259F), (0x2800, 0x28FF),
    (0x3000, 0x30FF), (0x4E00, 0x4EFF), (0xAC00, 0xACFF), (0xFF01, 0xFFEE), (0x1F600, 0x1F64F),
]


def sample():
    """Runs of equal width in the blocks above, and every 1,999th scalar on its own."""
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    wcwidth = ctypes.CDLL(None).wcwidth
    wcwidth.argtypes = [ctypes.c_wchar]
    runs = []
    for first, last in BLOCKS + [(code, code) for code in range(0x400, 0x2FA20, 1999)]:
        fresh = True
        for code in range(first, last + 1):
            if unicodedata.category(chr(code)) in ("Cc", "Cn", "Co", "Cs"):
                fresh = True
                continue
            width = wcwidth(chr(code))
            if not fresh and runs[-1][2] == width:
                runs[-1][1] = code
            else:
                runs.append([code, code, width])
            fresh = False
    for first, last, width in runs:
        print(f"    (0x{first:X}...0x{last:X}, {width}),")


if __name__ == "__main__":
    {"ranges": ranges, "sample": sample}[sys.argv[1]]()
