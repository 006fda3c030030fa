"""A PostgreSQL server of our own for the length of a test run; none where the machine has no PostgreSQL 15 or newer."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

OLDEST = 15
USER = "postgres"  # whom the server runs as where the tests run as root, which it refuses


class NoServerError(Exception):
    """Why there is no server to test on."""


@dataclass(frozen=True)
class Cluster:
    """A throw-away server: a folder, the programs that run it, and its port on the loopback."""

    folder: Path
    programs: Path
    port: int

    @property
    def address(self) -> str:
        return f"postgresql://dateline@127.0.0.1:{self.port}"

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=32MB"
        self._run("pg_ctl", "-w", "-D", self.folder / "data", "-l", self.folder / "log", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-w", "-D", self.folder / "data", "-m", mode, "stop")

    def make(self) -> None:
        self._run("initdb", "-D", self.folder / "data", "-U", "dateline", "-A", "trust", "-E", "UTF8", "--no-sync")

    def _run(self, program: str, *arguments: str | Path) -> None:
        command = [str(self.programs / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", *command]
        # The server inherits what it is started with: a pipe would stay open as long as it runs.
        log = self.folder / "programs.log"
        with log.open("ab") as out:
            done = subprocess.run(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd="/", check=False)  # noqa: S603 - our own words
        if done.returncode:
            raise NoServerError(f"{program} failed: {log.read_text(errors='replace')[-300:]}")


def new_cluster() -> Cluster:
    """Return a running server. Raises NoServerError with the reason."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgres-"))
    if os.geteuid() == 0:
        try:
            shutil.chown(folder, USER, USER)
        except LookupError:
            raise NoServerError(f"the tests run as root, and there is no user {USER!r} to run the server") from None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    cluster = Cluster(folder, programs, port)
    cluster.make()
    cluster.start()
    return cluster


def find_programs() -> Path:
    """Return the folder of the newest server's programs. Raises NoServerError if there is none that will do."""
    folders = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    newest = max(((_version(folder), folder) for folder in folders), default=(0, Path()))
    if newest[0] < OLDEST:
        raise NoServerError(f"no PostgreSQL {OLDEST} or newer on this machine")
    return newest[1]


def _version(folder: Path) -> int:
    said = subprocess.run([folder / "initdb", "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = re.search(r"(\d+)", said)
    return int(found[1]) if found else 0
