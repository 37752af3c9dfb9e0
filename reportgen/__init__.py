"""reportgen: figures in, official Vietnamese documents out."""

__version__ = "0.1.0"
