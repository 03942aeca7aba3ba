"""Many images are drawn on all cores, and each of them once."""

import os

import pytest

from event_recap.social_images import together
from event_recap.social_images.together import draw_together


@pytest.mark.parametrize(("cores", "enough", "processes"), [(2, 4, 2), (2, 100, 1), (1, 4, 1)])
def test_many_images_are_drawn_by_several_processes(monkeypatch, tmp_path, cores, enough, processes):
    """Where there are many images and several cores, each core draws its share; a few are drawn at once."""
    monkeypatch.setattr(together, "ENOUGH", enough)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    monkeypatch.setattr(together.sys, "platform", "linux")

    draw_together(range(9), lambda plan: (tmp_path / f"{plan}-{os.getpid()}").touch())

    drawn = sorted(path.name.split("-") for path in tmp_path.iterdir())
    assert [number for number, _ in drawn] == [str(number) for number in range(9)]
    assert len({process for _, process in drawn}) == processes


def test_no_image_begins_no_process(monkeypatch):
    """A build that has drawn everything before begins nothing."""
    monkeypatch.setattr(together, "multiprocessing", None)

    draw_together([], pytest.fail)
