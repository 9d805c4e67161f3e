"""Is a folder on another machine? SQLite's WAL and its locks cannot be trusted there (2.4)."""

import subprocess
import sys
from pathlib import Path

REMOTE = frozenset(
    (
        "nfs nfs4 cifs smb3 smbfs afpfs webdav davfs ncpfs afs ceph lustre 9p vboxsf fuse.sshfs "
        "fuse.rclone fuse.davfs2 fuse.gvfsd-fuse fuse.smbnetfs fuse.s3fs fuse.glusterfs fuse.ceph"
    ).split()
)
"""Names of file systems that live on another machine."""


def on_network(path: Path) -> bool:
    """Whether `path` lies on a file system of another machine; False where it cannot be told."""
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.resolve().anchor) == remote)
    return file_system(path.resolve(), _mounts()) in REMOTE


def file_system(path: Path, mounts: list[tuple[str, str]]) -> str | None:
    """The type of file system that holds `path`, from (folder, type) of all that is mounted."""
    best: tuple[int, str | None] = (-1, None)
    for folder, kind in mounts:
        place = Path(folder)
        if path.is_relative_to(place) and len(place.parts) >= best[0]:
            best = (len(place.parts), kind)
    return best[1]


def _mounts() -> list[tuple[str, str]]:
    try:
        return read_mounts(Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return _told_by_mount()


def read_mounts(text: str) -> list[tuple[str, str]]:
    """Folder and type of each line of Linux's mount table, in which blanks are written \\040."""
    lines = (line.split(" ") for line in text.splitlines())
    return [
        (part[1].replace("\\040", " ").replace("\\011", "\t"), part[2])
        for part in lines
        if len(part) > 2
    ]


def _told_by_mount() -> list[tuple[str, str]]:
    """The same on macOS: "//me@host/share on /Volumes/share (smbfs, nodev)"."""
    try:
        output = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    found = []
    for line in output.splitlines():
        _device, _on, rest = line.partition(" on ")
        folder, _open, kinds = rest.rpartition(" (")
        if folder:
            found.append((folder, kinds.split(",")[0].rstrip(")")))
    return found
