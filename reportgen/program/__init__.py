"""What a template is made of: text with tags whose places are known, and what happens to values on their
way.
"""
