"""Slips of the keyboard, under any regulation: spaces, punctuation, words typed twice, spelling no Vietnamese word has."""
