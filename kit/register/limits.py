"""How large a file may be: what keeps reading bounded, whatever it holds."""

MOST_BYTES = 20_000_000
"""Of the file itself; a hundred thousand rows with a dozen columns fit in it."""

MOST_UNPACKED = 150_000_000
"""Of what an Excel file unpacks to; a small file can be made to unpack to a very large one."""

MOST_PARTS = 2_000
"""Files inside an Excel file."""

MOST_SHEETS = 20

MOST_ROWS = 200_000
"""Rows with something in them, and empty ones between."""

MOST_COLUMNS = 200

MOST_CELLS = 3_000_000
"""Cells that are looked at in all."""

MOST_STREETS, MOST_THEMES = 500, 100
"""Different names in a column; more are free text, addresses or people."""

LONGEST = 80
"""Characters in the name of a street or a theme."""

MOST_FAULTS = 5_000
"""Faults that are told one by one; beyond these they are counted."""

HEADER_WITHIN = 10
"""The header is sought among this many rows that are not empty: a title may stand above it."""
