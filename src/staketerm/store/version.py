"""What marks a file as a journal of this program: two numbers in its header (storage-sync 2.4)."""

SCHEMA = 1
"""The version of the tables that this program reads and writes; rises with every migration."""

APPLICATION_ID = 0x53544B54
"""Marks an SQLite file as a journal: "STKT" in its header (storage-sync 2.4)."""
