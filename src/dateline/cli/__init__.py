"""The command line: one file for each verb."""

from dateline.cli.commands import commands, main

__all__ = ["commands", "main"]
