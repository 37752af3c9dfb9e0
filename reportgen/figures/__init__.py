"""Figures (số liệu): exact numbers that know their unit, how they print, and where they came from."""
