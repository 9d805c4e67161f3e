"""Personal stakeholder tracking at the terminal; positions are read from what people do."""

__version__ = "0.1.0"
