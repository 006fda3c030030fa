import pytest

from eval import floors


@pytest.fixture
def floors_file(tmp_path, monkeypatch):
    path = tmp_path / "floors.toml"
    monkeypatch.setattr(floors, "FILE", path)
    return path


def test_a_floor_is_the_figure_less_a_margin_rounded_down(floors_file):
    floors.write_floors({"records": {"events.typed": 0.51999, "times": 1.0}}, {"records": "abc"}, lower=False)
    assert floors.read_floors() == {"records": {"events.typed": 0.509, "times": 0.99, "data": "abc"}}


def test_floors_only_rise_unless_told_otherwise(floors_file):
    digests = {"records": "abc"}
    floors.write_floors({"records": {"times": 0.9}}, digests, lower=False)
    floors.write_floors({"records": {"times": 0.8}}, digests, lower=False)
    assert floors.read_floors()["records"]["times"] == 0.89
    floors.write_floors({"records": {"times": 0.8}}, digests, lower=True)
    assert floors.read_floors()["records"]["times"] == 0.79


@pytest.mark.parametrize(
    ("figure", "digest", "failed"),
    [(0.9, "abc", 0), (0.95, "abc", 0), (0.89, "abc", 0), (0.889, "abc", 1), (0.9, "other", 1)],
)
def test_a_figure_under_its_floor_or_on_other_data_fails(floors_file, capsys, figure, digest, failed):
    floors.write_floors({"records": {"times": 0.9}}, {"records": "abc"}, lower=False)
    assert floors.check_floors({"records": {"times": figure}}, {"records": digest}) == failed
    assert ("FLOOR" in capsys.readouterr().out) == bool(failed)


def test_the_digest_follows_the_files(tmp_path):
    (tmp_path / "a.json").write_text("1")
    before = floors.data_digest(tmp_path)
    (tmp_path / "a.json").write_text("2")
    assert floors.data_digest(tmp_path) != before


@pytest.mark.parametrize(("share", "failed"), [(0.2, 0), (0.25, 0), (0.26, 1)])
def test_a_cost_above_its_ceiling_fails(floors_file, capsys, share, failed):
    floors.write_floors({"finders": {"share": 0.2}}, {"finders": "abc"}, lower=False)
    assert floors.read_floors() == {"finders": {"data": "abc"}}
    assert floors.check_floors({"finders": {"share": share}}, {"finders": "abc"}) == failed
    assert ("CEILING" in capsys.readouterr().out) == bool(failed)
