"""A learner's own register: the bytes of a file become a register, or all that is wrong with it at once.

Nothing leaves the machine and nothing is written: reading happens in this Python, and of the file only street, theme,
week and a running number for the household are kept. No name and no address needs to be in it.
"""

from kit.register.export import csv_text, faults_csv, map_csv
from kit.register.fault import Fault
from kit.register.limits import MOST_BYTES
from kit.register.read import Reading, read

__all__ = ["MOST_BYTES", "Fault", "Reading", "csv_text", "faults_csv", "map_csv", "read"]
