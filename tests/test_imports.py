"""What `import dateline` and the command's help may load: they come at once, before any model."""

import subprocess
import sys

import pytest

HEAVY = {
    *("spacy", "thinc", "numpy", "pydantic", "click", "rich", "jinja2", "httpx", "trafilatura", "htmldate", "lxml"),
    *("pypdf", "charset_normalizer", "py3langid", "markdown_it"),
}
RECORDS = {"dateline", "dateline.errors"}


def loaded_by(code: str) -> set[str]:
    """Return the names of all modules that a fresh interpreter has after this code."""
    shown = f"{code}\nimport sys\nprint(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    return set(done.stdout.splitlines())


def test_importing_dateline_loads_its_records_and_the_standard_library_alone():
    before = loaded_by("")
    new = loaded_by("import dateline") - before
    ours = {name for name in new if name.partition(".")[0] == "dateline"}
    assert {name for name in ours if not name.startswith("dateline.records")} == RECORDS
    assert {name.partition(".")[0] for name in new - ours} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("code", ["import dateline.cli", "import dateline.load, dateline.fetch"])
def test_the_command_line_and_the_doors_load_nothing_that_they_may_not_need(code):
    needed = {"click", "rich"} if "cli" in code else set()
    assert {name.partition(".")[0] for name in loaded_by(code)} & HEAVY <= needed
