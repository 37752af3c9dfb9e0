"""What the findings about bodies that do not exist on a document's day mean."""

from __future__ import annotations

CODES: dict[str, str] = {
    "DL68": "Cơ quan chưa có hoặc không còn vào ngày ban hành: ngày của văn bản nằm ngoài khoảng tu_ngay - den_ngay ghi trong tệp "
    "cơ quan. Sai: văn bản ngày 15/8/2025 của UBND một huyện có den_ngay 30/6/2025. Đúng: dùng tệp của cơ quan kế tiếp, hoặc "
    "sửa ngày ban hành.",
    "DL69": "Tên đơn vị hành chính hay cơ quan đã đổi, đã sáp nhập hoặc chưa có vào ngày ban hành. Sai: nơi nhận «UBND huyện "
    "Cam Lộ» trong văn bản tháng 8/2025. Đúng: tên đơn vị mới. Văn bản ngày cũ giữ tên cũ thì không bị nhắc.",
}
