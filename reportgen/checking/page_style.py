"""How the drawn page looks, on the screen and on paper; no fonts, no pictures, nothing from the network."""

from __future__ import annotations

STYLE = """
:root { --error: #b3261e; --warning: #9a6700; --info: #1f5f9e; --fine: #2e7d32; --ink: #1c1b1f; --line: #d5d3cf; }
* { box-sizing: border-box; }
body { margin: 0; background: #efede8; color: var(--ink); font: 15px/1.45 "Segoe UI", "Noto Sans", Arial, sans-serif; }
a { color: inherit; text-decoration: none; }
header { background: #fff; border-bottom: 1px solid var(--line); padding: 18px 28px 14px; }
h1 { font-size: 20px; margin: 0 0 4px; word-break: break-word; }
header p { margin: 2px 0; color: #55524c; }
.chips { margin-top: 10px; display: flex; flex-wrap: wrap; gap: 8px; }
.chip { border-radius: 999px; padding: 2px 12px; color: #fff; font-weight: 600; font-size: 13px; }
.chip.loi { background: var(--error); } .chip.canh-bao { background: var(--warning); } .chip.luu-y { background: var(--info); }
.chip.sach { background: var(--fine); }
nav { padding: 10px 28px; background: #faf9f6; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 6px 18px; }
nav a { color: #33302b; border-bottom: 1px dotted #8a857c; } nav b { color: var(--error); }
main { max-width: 1240px; margin: 22px auto; padding: 0 20px; }
.row { display: grid; grid-template-columns: minmax(0, 60fr) minmax(0, 40fr); gap: 22px; }
.paper { background: #fff; border-left: 1px solid var(--line); border-right: 1px solid var(--line); padding: 3px 44px 3px 60px;
  font: 15px/1.4 "Times New Roman", "Liberation Serif", serif; }
.first > .paper { border-top: 1px solid var(--line); padding-top: 34px; } .last > .paper { border-bottom: 1px solid var(--line); padding-bottom: 40px; }
.two { display: grid; grid-template-columns: 41fr 59fr; gap: 14px; text-align: center; padding-bottom: 14px; }
.two.closing { text-align: left; padding-top: 18px; } .two.closing > :last-child { text-align: center; }
.part { padding: 1px 4px; border-radius: 3px; border: 1px solid transparent; overflow-wrap: anywhere; position: relative; }
.part:target, .note:target { outline: 3px solid #f4c64f; }
.marked.loi { background: #fdecea; border-color: #efb8b3; } .marked.canh-bao { background: #fff6df; border-color: #ecd08a; }
.marked.luu-y { background: #e9f2fb; border-color: #b5d1ec; }
.missing { border: 1px dashed var(--error); color: var(--error); font-style: italic; margin: 4px 0; }
.mark { font: 700 11px/1 "Segoe UI", Arial, sans-serif; color: #fff; border-radius: 9px; padding: 2px 6px; margin-left: 4px;
  vertical-align: 2px; display: inline-block; text-indent: 0; font-style: normal; }
.mark.loi { background: var(--error); } .mark.canh-bao { background: var(--warning); } .mark.luu-y { background: var(--info); }
.upper, .quoc_hieu, .tieu_ngu, .co_quan_ban_hanh, .ten_loai, .chuc_vu, .quyen_han_ky, .nguoi_ky, .tieu_de_dang { font-weight: 700; }
.quoc_hieu, .co_quan_ban_hanh, .co_quan_chu_quan { font-size: 14px; }
.dia_danh, .can_cu { font-style: italic; } .ten_loai, .trich_yeu, .phu_luc, .phu_luc_ten, .phu_luc_kem_theo, .tham_quyen,
.kinh_gui { text-align: center; } .trich_yeu, .dieu, .khoan_tieu_de, .muc_la_ma, .phan_chuong { font-weight: 700; }
.noi_nhan_nhan { font: italic 700 13px/1.3 "Times New Roman", serif; } .noi_nhan, .noi_luu { font-size: 12px; }
.nguoi_ky { margin-top: 54px; } .body { text-align: justify; text-indent: 34px; margin: 4px 0; }
.bang_so_lieu { border: 1px solid #9b968c; text-align: center; text-indent: 0; padding: 10px; color: #55524c; margin: 6px 0; }
.what { font: 600 11px/1 "Segoe UI", Arial, sans-serif; color: #8a857c; text-transform: uppercase; letter-spacing: .04em; }
details { color: #6d685f; margin: 4px 0; } summary { cursor: pointer; font: italic 13px/1.5 "Segoe UI", Arial, sans-serif; }
.notes { padding: 2px 0; }
.note { background: #fff; border: 1px solid var(--line); border-left: 5px solid; border-radius: 4px; padding: 7px 11px; margin: 0 0 8px; font-size: 14px; }
.note.loi { border-left-color: var(--error); } .note.canh-bao { border-left-color: var(--warning); } .note.luu-y { border-left-color: var(--info); }
.note p { margin: 0 0 3px; } .note .said { font-weight: 600; } .note .more { color: #55524c; font-size: 13px; } .note .more a { text-decoration: underline dotted; }
.note .code { color: #8a857c; font-size: 12px; }
.general { margin-bottom: 16px; display: grid; grid-template-columns: repeat(auto-fill, minmax(360px, 1fr)); gap: 0 14px; }
.general .note { align-self: start; }
h2 { font-size: 15px; margin: 0 0 8px; } .accepted { margin-top: 26px; } .accepted li { margin: 3px 0; }
footer { color: #6d685f; font-size: 13px; padding: 10px 28px 30px; text-align: center; }
@media screen and (max-width: 760px) { .row { grid-template-columns: 1fr; } .paper { padding: 3px 18px; } }
@media print {
  @page { size: A4; margin: 12mm; }
  body { background: #fff; font-size: 11px; } main { margin: 8px 0; padding: 0; max-width: none; } nav { display: none; }
  header { padding: 0 0 6px; } .paper { font-size: 11px; padding: 2px 12px 2px 18px; } .row { gap: 10px; }
  .note { font-size: 10.5px; break-inside: avoid; margin-bottom: 4px; padding: 4px 8px; } .part { break-inside: avoid; }
  .note .more, .note .code { font-size: 9.5px; line-height: 1.25; } .quoc_hieu, .co_quan_ban_hanh, .co_quan_chu_quan { font-size: 9px; }
  .noi_nhan, .noi_luu, .noi_nhan_nhan { font-size: 9px; } .mark { font-size: 9px; padding: 1px 4px; } .first > .paper { padding-top: 12px; }
  .nguoi_ky { margin-top: 26px; } .general { grid-template-columns: 1fr 1fr 1fr; } summary { font-size: 10px; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
