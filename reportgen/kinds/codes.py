"""What ``reportgen explain`` says about kinds of documents."""

from __future__ import annotations

CODES: dict[str, str] = {
    "DL60": "Tên loại văn bản không có trong danh mục của thể thức (29 loại của Nghị định 30, Phụ lục III, hoặc các loại của "
    "Đảng). Sai: ten_loai: báo cáo nhanh. Đúng: ten_loai: báo cáo; loại riêng của ngành thì ghi thêm ky_hieu_loai.",
    "DL61": "Loại văn bản này luôn có nơi kính gửi (công văn, tờ trình) mà dữ liệu chưa ghi. "
    "Sai: công văn không có kinh_gui. Đúng: kinh_gui: rồi mỗi nơi một dòng «- Sở Tài chính».",
    "DL62": "Số, ký hiệu công văn gồm mã cơ quan và mã đơn vị soạn thảo. Sai: công văn chưa có don_vi_soan_thao. "
    "Đúng: don_vi_soan_thao: QLNS, in ra «Số: 15/STC-QLNS».",
    "DL63": "Quyết định, nghị quyết cá biệt phải nêu căn cứ ban hành. Sai: quyết định không có can_cu. "
    "Đúng: can_cu: rồi mỗi căn cứ một dòng, không gõ dấu chấm phẩy ở cuối.",
    "DL64": "Văn bản này có hai bên ký mà chưa biết ai ký bên trái. Sai: hợp đồng chỉ có nguoi_ky. "
    "Đúng: nguoi_ky_trai: {chuc_vu: Đại diện bên A}; biên bản thì tự có Thư ký và Chủ tọa.",
}
