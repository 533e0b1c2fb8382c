"""In a notebook a case that does not check shows its faults, and no traceback."""

from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell


def test_faults_instead_of_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kapot.yaml"
    file.write_text("format: 1\nid: kapot\ntitle: Kapot\nactors: 3\n", "utf-8")
    shell = InteractiveShell()
    result = shell.run_cell(f"import kit\nkit.walk(kit.load_case({str(file)!r}))")
    assert result.error_in_exec is not None
    shown = capsys.readouterr().out
    assert "kapot.yaml:4  actors" in shown
    assert "Traceback" not in shown and "load_case" not in shown
