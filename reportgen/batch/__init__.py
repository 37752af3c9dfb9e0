"""Many documents of one type from the rows of a workbook.

    reportgen batch bao-cao-xa --data data/bao-cao-xa/xa.xlsx

    data/hang-loat/<loại>.yml   ── declared ─┐
    templates/<loại>/           ── plan ─────┤ once
    header of the workbook      ── columns ──┘
    row  ── reading, rows ── choosing ── naming, flow ──┐
         ── tasks ── making (swift, or the long way) ───┤ a handful at a time, by any executor (hands, cluster), set aside
         ── writing (ledger, then file) ── manifest ────┘
    tables of each unit ── own_tables;  figures one below the other ── upright
    tong-hop.xlsx, gop.docx, gop.zip  ── extras

``run_batch`` is the whole of it; ``Wish`` says what is wanted, ``Outcome`` what came of it.
"""

from reportgen.batch.options import Outcome, Progress, Wish

__all__ = ["Outcome", "Progress", "Wish"]
