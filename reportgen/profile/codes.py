"""What ``reportgen explain`` says about profiles."""

from __future__ import annotations

CODES: dict[str, str] = {
    "TT20": "Thể thức được nêu không có trong chương trình. Sai: «nd30-2019». Đúng: «nd30-2020» hoặc «tt01-2011»; "
    "bỏ trống thì chương trình chọn theo ngày ban hành.",
    "TT21": "Không có thể thức nào cho ngày ban hành này. Thông tư 01/2011/TT-BNV dùng cho văn bản ký từ 05/3/2011 đến "
    "04/3/2020, Nghị định 30/2020/NĐ-CP từ 05/3/2020. Văn bản cũ hơn: hãy ghi rõ «the_thuc» muốn dùng.",
    "TT22": "Tệp thể thức nêu một thành phần không có. Sai: «quochieu». Đúng: «quoc_hieu».",
    "TT23": "Tệp thể thức còn thiếu giá trị bắt buộc (cỡ chữ, lề trang, chữ mẫu) mà thể thức cha cũng không có. "
    "Hãy ghi thêm, hoặc thêm dòng «ke_thua: nd30-2020».",
    "TT24": "Các thể thức kế thừa vòng quanh (A kế thừa B, B lại kế thừa A). Hãy bỏ một dòng «ke_thua».",
    "TT25": "Một quy tắc phải có đúng một phép so (eq, in, range, min, max, regex, present, absent, ratio, same_as, rule). "
    "Sai: {do: font_size}. Đúng: {do: font_size, range: [12, 13]}.",
}
