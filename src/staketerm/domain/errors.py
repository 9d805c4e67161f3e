"""The one family of errors that a person can cause and mend."""


class StaketermError(Exception):
    """Something a person can mend; the message says what, where and how.

    `exit_code` is what a command ends with (design section 6): 1 failed, 2 wrong usage,
    3 nothing found.
    """

    exit_code = 1


class UsageError(StaketermError):
    """The request itself is wrong: an unknown kind, a day that does not exist, an empty name."""

    exit_code = 2


class UnfitValue(UsageError):
    """A value that does not fit; `field` is what the request calls it, `told` what was given and
    what fits. Whoever knows by which name the person gave it says that name instead."""

    def __init__(self, field: str, told: str) -> None:
        super().__init__(f"{field.replace('_', ' ')} {told}")
        self.field = field
        self.told = told


class NotFound(StaketermError):
    """Nothing answers to what was asked for."""

    exit_code = 3


class Ambiguous(UsageError):
    """More than one thing answers; `candidates` holds them, as shown to the person."""

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates
