"""The arithmetic of sentences, one module for each way figures are tied together."""
