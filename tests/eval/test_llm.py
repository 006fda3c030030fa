"""The live benchmark without a server says so; with one it measures."""

import pytest

from eval import llm


@pytest.mark.parametrize("missing", ["DATELINE_LLM_BASE_URL", "DATELINE_LLM_MODEL"])
def test_without_a_server_nothing_is_measured_and_that_is_no_failure(monkeypatch, capsys, missing):
    monkeypatch.setenv("DATELINE_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("DATELINE_LLM_MODEL", "none")
    monkeypatch.delenv(missing)
    monkeypatch.setattr("sys.argv", ["llm"])
    assert llm.main() == 0
    assert "no live model measured" in capsys.readouterr().out
