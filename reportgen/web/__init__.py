"""The preview in a browser: a server for this machine only."""
