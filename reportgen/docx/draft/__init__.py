"""A finished document made to look like the draft it is: the mark under the number, doubt on yellow, a watermark if wanted.

Done on the rendered package, whatever frame or Word template it came from, so that no template needs a place for it and
none can leave it out. What makes the draft mark is told again to the judge (``checks.layout.draft``), which finds any of it
in a final document.
"""
