"""Every construct of docxtpl's manual that a text can drive, drawn the way its users draw it."""

CONSTRUCTS = {}
ROWS = [{"ten": "Cam An", "so": "79"}, {"ten": "Cam Hiếu", "so": "85"}, {"ten": "Cam Thủy & <Nghĩa>", "so": "0"}]


def construct(name, **context):
    """Note a drawing with the names it needs."""

    def note(draw):
        CONSTRUCTS[name] = (draw, context)
        return draw

    return note


def typed(document, *lines):
    """A paragraph for each line."""
    for line in lines:
        document.add_paragraph(line)


def torn(paragraph, *pieces):
    """A paragraph whose words stand in several runs."""
    for piece in pieces:
        paragraph.add_run(piece)


def ruled(document, *rows):
    """A table of texts."""
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    return table


@construct("a name", don_vi="Sở Tài chính & <Kế hoạch>")
def _(document):
    typed(document, "Đơn vị: {{ don_vi }}.", "{{don_vi}}{{ don_vi }}")


@construct("a name torn over runs", don_vi="Sở Y tế")
def _(document):
    torn(document.add_paragraph("Đơn vị: "), "{", "{ don", "_vi", " }", "} báo cáo")
    torn(document.add_paragraph(), "{{ ", "don_vi", " }}", " và {{", "don_vi}}")


@construct("a name keeps the look of its run", don_vi="Sở Y tế")
def _(document):
    paragraph = document.add_paragraph("Đơn vị ")
    paragraph.add_run("{{ don_vi }}").bold = True
    paragraph.add_run(" báo cáo").italic = True


@construct("paragraphs repeat", ds=ROWS)
def _(document):
    typed(document, "Danh sách", "{%p for d in ds %}", "- {{ d.ten }}: {{ d.so }};", "{%p endfor %}", "Hết")


@construct("paragraphs come and go", co="x", khong="")
def _(document):
    typed(document, "{%p if co %}", "Có", "{%p else %}", "Không", "{%p endif %}")
    typed(document, "{%p if khong %}", "Có", "{%p elif co %}", "Khác", "{%p endif %}", "Hết")


@construct("words come and go inside a paragraph", co="x", khong="", ds=ROWS)
def _(document):
    typed(document, "Kết quả{% if co %} tốt{% endif %}{% if khong %} xấu{% else %} thật{% endif %}.")
    typed(document, "Các xã: {% for d in ds %}{{ d.ten }}{% if not loop.last %}, {% endif %}{% endfor %}.")


@construct("loops within loops", ds=[{"ten": "Cụm 1", "xa": ROWS[:2]}, {"ten": "Cụm 2", "xa": ROWS[2:]}])
def _(document):
    typed(document, "{%p for d in ds %}", "{{ loop.index }}. {{ d.ten }}")
    typed(document, "{%p for x in d.xa %}", "- {{ x.ten }}", "{%p endfor %}", "{%p endfor %}")


@construct("rows repeat", ds=ROWS)
def _(document):
    ruled(document, ("Xã", "Hộ"), ("{%tr for d in ds %}", ""), ("{{ d.ten }}", "{{ d.so }}"), ("{%tr endfor %}", ""))


@construct("rows come and go", ds=ROWS, co="", them="x")
def _(document):
    ruled(
        document, ("Xã", "Hộ"), ("{%tr if co %}", ""), ("a", "b"), ("{%tr else %}", ""), ("c", "d"), ("{%tr endif %}", ""),
        ("{%tr for d in ds %}", ""), ("{%tr if d.so != '0' %}", ""), ("{{ d.ten }}", "{{ d.so }}"), ("{%tr endif %}", ""),
        ("{%tr endfor %}", ""),
    )  # fmt: skip


@construct("cells repeat", ds=ROWS)
def _(document):
    ruled(document, ("Xã", "{%tc for d in ds %}", "{{ d.ten }}", "{%tc endfor %}"), ("Hộ", "{%tc for d in ds %}", "{{ d.so }}", "{%tc endfor %}"))


@construct("cells repeat in rows that repeat", ds=[{"ten": "A", "o": ["1", "2"]}, {"ten": "B", "o": ["3", "4"]}])
def _(document):
    ruled(
        document, ("Xã", "Cột", "", ""), ("{%tr for d in ds %}", "", "", ""),
        ("{{ d.ten }}", "{%tc for o in d.o %}", "{{ o }}", "{%tc endfor %}"), ("{%tr endfor %}", "", "", ""),
    )  # fmt: skip


@construct("paragraphs repeat in a cell", ds=ROWS)
def _(document):
    table = ruled(document, ("Các xã", ""))
    cell = table.rows[0].cells[1]
    cell.text = "{%p for d in ds %}"
    for line in ("- {{ d.ten }}", "{%p endfor %}", "Hết"):
        cell.add_paragraph(line)


@construct("a cell spans columns", rong="2")
def _(document):
    ruled(document, ("a", "b"), ("{% colspan rong %}cả dòng", ""))


@construct("a cell is coloured", mau="FFCC00", ten="Cam An")
def _(document):
    ruled(document, ("{% cellbg mau %}{{ ten }}", "b"))


@construct("cells merge down in a loop", ds=ROWS)
def _(document):
    ruled(document, ("Huyện", "Xã"), ("{%tr for d in ds %}", ""), ("{% vm %}Cam Lộ", "{{ d.ten }}"), ("{%tr endfor %}", ""))


@construct("cells merge across in a loop", ds=ROWS)
def _(document):
    ruled(
        document, ("a", "{%tc for d in ds %}", "{% hm %}Cả huyện", "{%tc endfor %}"),
        ("b", "{%tc for d in ds %}", "{{ d.ten }}", "{%tc endfor %}"),
    )  # fmt: skip


@construct("a statement merges paragraphs", co="x", ds=ROWS)
def _(document):
    typed(document, "Huyện có", "{%- if co %} các xã{%- endif %}", "Hết")
    typed(document, "Gồm: {% for d in ds -%}", "{{ d.ten }}; ", "{%- endfor %}", "hết.")


@construct("remarks vanish", ten="Cam An")
def _(document):
    typed(document, "Xã {# ghi chú #}{{ ten }}", "{#p cả đoạn là ghi chú #}", "Hết")


@construct("a remark takes its row", ten="Cam An")
def _(document):
    ruled(document, ("{{ ten }}", ""), ("{#tr ghi chú #}", ""), ("c", "d"))


@construct("braces that are words", ten="Cam An")
def _(document):
    typed(document, "Viết {_{ ten }_} để in {{ ten }}", "và {_% if %_}")


@construct("a statement of its own run among other words", co="x")
def _(document):
    typed(document, "trước {%r if co %}giữa{%r endif %} sau")


@construct("runs come and go", co="x", khong="")
def _(document):
    paragraph = document.add_paragraph("Kết quả ")
    paragraph.add_run("{%r if co %}")
    paragraph.add_run("tốt").bold = True
    paragraph.add_run("{%r endif %}")
    paragraph.add_run("{%r if khong %}")
    paragraph.add_run("xấu").italic = True
    paragraph.add_run("{%r endif %}")


@construct("headers, footers", ten="Cam An", co="x")
def _(document):
    document.sections[0].header.paragraphs[0].text = "Xã {{ ten }}"
    document.sections[0].footer.paragraphs[0].text = "{% if co %}{{ ten }}{% endif %}"
    typed(document, "Thân")


@construct("curly quotes typed by Word", ten="Cam An")
def _(document):
    typed(document, "{% if ten == “Cam An” %}đúng{% else %}sai{% endif %}")


@construct("a table in a cell repeats", ds=ROWS)
def _(document):
    outer = ruled(document, ("Trong", ""))
    inner = outer.rows[0].cells[1].add_table(rows=0, cols=2)
    for row in (("{%tr for d in ds %}", ""), ("{{ d.ten }}", "{{ d.so }}"), ("{%tr endfor %}", ""), ("cuối", "")):
        for cell, text in zip(inner.add_row().cells, row, strict=True):
            cell.text = text


@construct("a whole table repeats", ds=ROWS)
def _(document):
    typed(document, "{%p for d in ds %}")
    ruled(document, ("Xã", "{{ d.ten }}"), ("Hộ", "{{ d.so }}"))
    typed(document, "{%p endfor %}", "Hết")


@construct("figures of a condition", so="3", ds=ROWS)
def _(document):
    typed(document, "{% if ds %}có{% endif %} {% if so == '3' and not co_khong %}ba{% endif %}".replace(" and not co_khong", ""))
