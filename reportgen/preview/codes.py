"""What ``reportgen explain XTnn`` says."""

from __future__ import annotations

CODES: dict[str, str] = {
    "XT01": "Không mở được trang xem trước trên máy này: cổng đã có chương trình khác dùng, hoặc máy không cho mở cổng nội bộ. "
    "Sai: --cong 80. Đúng: bỏ --cong để chương trình tự chọn một cổng trống.",
}
