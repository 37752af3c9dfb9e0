"""Capitals, after Phụ lục II of Nghị định 30/2020/NĐ-CP: one rule, one module, its docstring its manual page."""
