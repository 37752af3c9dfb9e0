"""Judgement: every check takes nouns and gives findings; none prints, writes or stops anything."""
