"""What ``reportgen explain`` says about kinds of documents and what stands around their text."""

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
    "DL65": "Văn bản nào cũng ghi nơi nhận; ở đây không có nơi nào ngoài dòng «Lưu», hoặc noi_nhan ghi danh sách trống nên trang in nơi"
    " nhận của cơ quan. Sai: noi_nhan: []. Đúng: noi_nhan: rồi mỗi nơi một dòng «- UBND tỉnh».",
    "DL71": "Một dòng chữ của trang viết chưa đúng: gõ thừa dấu đầu dòng hay dấu cuối dòng (trang in tự thêm), gõ thẻ {{ … }} ở chỗ không"
    " hiểu thẻ, có ký tự ẩn, hoặc viết bằng bảng mã cũ. Sai: noi_nhan: - «- Tỉnh ủy;». Đúng: noi_nhan: - Tỉnh ủy.",
    "DL72": "Một nơi ghi hai lần trong cùng danh sách. Sai: noi_nhan có hai dòng «UBND tỉnh». Đúng: bỏ một dòng.",
    "DL73": "Dữ liệu ghi một điều mà loại văn bản này không in ra. Sai: nguoi_ky_trai ở báo cáo (chỉ một người ký)."
    " Đúng: bỏ dòng ấy, hoặc đổi loại văn bản.",
    "DL74": "Văn bản chưa có trích yếu; mọi loại văn bản có tên đều có, trừ giấy giới thiệu, giấy nghỉ phép, thư công."
    " Đúng: trich_yeu: Kết quả công tác tháng 02 năm 2026.",
    "DL70": "Tên cơ quan ở đầu trang quá dài, hoặc khác ten_co_quan: Word tự ngắt ở chỗ hết cột, thường không có nghĩa. Sai: ten_co_quan dài năm dòng mà không"
    " có ten_tren_van_ban. Đúng: ten_tren_van_ban: rồi hai, ba dòng «- Ban Quản lý dự án», «- đầu tư xây dựng».",
}
