"""Pelican in a process that fails at a given moment: ``python -m faulty FAULT MOMENT``, then its own arguments.

A moment is a touch of the disk below the folder of the site that makes, changes or removes something; the
interpreter tells of each just before it. What is on the disk then is what ``kill -9`` leaves there.
"""

import errno
import os
import signal
import sys
from pathlib import Path

CHANGES = {"os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.utime", "os.chmod"}
MAKES = {"open", "os.mkdir", "os.link", "os.symlink"}
"""What fails where a disk is full, or has room for no more files."""
WRITING = os.O_WRONLY | os.O_RDWR


class Fault:
    """What happens to a process."""

    def __init__(self, kind, moment):
        self.kind, self.moment = kind, int(moment)
        self.folder, self.process = Path.cwd(), os.getpid()
        self.moments, self.states = 0, set()
        self.is_busy = False

    def hear(self, event, arguments):
        """Count a moment, and let happen what is to happen."""
        is_change = event in CHANGES or (event == "open" and (arguments[2] or 0) & WRITING)
        if not is_change or self.is_busy or os.getpid() != self.process:
            return
        if isinstance(path := arguments[0], str | bytes | Path) and self.is_below(os.fsdecode(path)):
            self.moments, self.is_busy = self.moments + 1, True
            try:
                self.act(event)
            finally:
                self.is_busy = False

    def is_below(self, path):
        """Tell whether a file is of the site, or of what builds keep beside it."""
        return (self.folder / path).is_relative_to(self.folder)

    def act(self, event):
        """Let happen what is to happen at this moment."""
        if self.kind == "kill" and self.moments == self.moment:
            os.kill(self.process, signal.SIGKILL)
        elif self.kind == "full" and self.moments >= self.moment and event in MAKES:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        elif self.kind == "read-only":
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        elif self.kind == "look":
            self.look()

    def look(self):
        """Remember the state of the output folder, by what changes of a file when it is written."""
        paths = [Path(root, name) for root, _, names in os.walk(self.folder / "output") for name in names]
        found = ((path, path.stat()) for path in sorted(paths))
        self.states.add(
            tuple((str(path), stat.st_ino, stat.st_size, stat.st_mtime_ns) for path, stat in found)
        )


def main(kind, moment, *arguments):
    """Run Pelican, twice at once where that is the fault; say how many moments there were."""
    from pelican import main as build

    fault = Fault(kind, moment)
    other = os.fork() if kind == "twice" else 0
    fault.process = os.getpid()
    sys.addaudithook(fault.hear)
    build(list(arguments))
    if kind == "look":
        fault.look()
    sys.stdout.write(f"moments {fault.moments} states {len(fault.states)}\n")
    if other:
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(other, 0)[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
