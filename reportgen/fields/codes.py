"""What the codes DL20–DL29 (keys and values of data files) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "DL20": (
        "Tệp có một khóa chương trình không biết, thường do gõ sai. Khóa lạ không được bỏ qua, vì "
        "số liệu ghi ở đó sẽ mất. Sai: ngay_ban_hah: 05/03/2026. Đúng: ngay_ban_hanh: 05/03/2026."
    ),
    "DL21": (
        "Thiếu một khóa bắt buộc. Sai: tệp cơ quan không có dòng ten_co_quan. Đúng: ten_co_quan: "
        "Sở Tài chính."
    ),
    "DL22": (
        "Khóa bắt buộc có ghi nhưng để trống (trống, ~ hoặc null đều là trống). Sai: "
        "ten_co_quan:. Đúng: ten_co_quan: Sở Tài chính."
    ),
    "DL23": (
        "Giá trị sai hình dạng: cần một dòng chữ mà ghi danh sách, hoặc cần danh sách mà ghi một "
        "dòng. Sai: noi_nhan: Như trên. Đúng: noi_nhan: rồi xuống dòng, «  - Như trên»."
    ),
    "DL24": (
        "Giá trị không đọc được thành số, hoặc đọc được hai cách. Một dấu chấm trước đúng ba chữ "
        "số có thể là dấu nhóm hoặc dấu thập phân, chương trình không đoán. Sai: 1.411 ở ô số "
        "thập phân. Đúng: 1411 nếu là số nguyên, 1,4110 nếu là số thập phân."
    ),
    "DL25": (
        "Giá trị không phải một ngày có trong lịch. Sai: 31/02/2026 hoặc 5-3-2026. Đúng: "
        "05/03/2026 hoặc 2026-03-05."
    ),
    "DL26": ("Giá trị không nằm trong các lựa chọn của khóa. Sai: xap_xi: chung. Đúng: xap_xi: khoảng."),
    "DL27": (
        "Chữ ghi vào không đúng dạng của khóa, hoặc có nhiều dòng ở khóa chỉ nhận một dòng. Sai: "
        "ky_hieu: stc khi cần chữ hoa. Đúng: ky_hieu: STC."
    ),
    "DL28": ("Số nằm ngoài khoảng cho phép của khóa. Sai: so_le: -1. Đúng: so_le: 2."),
    "DL29": (
        "Tên do tệp tự đặt (ví dụ tên chỉ tiêu) phải viết bằng chữ thường không dấu, số và dấu "
        "gạch dưới, bắt đầu bằng chữ cái. Sai: Hộ nghèo: 120. Đúng: ho_ngheo: 120."
    ),
}
