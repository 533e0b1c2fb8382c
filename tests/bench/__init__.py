"""What the kit costs, each as a ratio with a baseline measured in the same run: `python -m tests.bench`.

A measure is a function without required arguments that gives rows; its arguments make it smaller, for a test. Bounds
are the kit's promises. They are printed beside what was measured, and nothing is done when one does not hold: a busy
machine is no fault in the code.
"""

import sys
from pathlib import Path

# The tests' own cases, and the browser's harness: pytest has them on its path, and here nobody else puts them there.
_TESTS = Path(__file__).parents[1]
sys.path += [str(_TESTS), str(_TESTS / "browser")]
