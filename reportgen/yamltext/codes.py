"""What the codes DL01–DL16 (files and YAML syntax) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "DL01": (
        "Không mở được tệp: tên sai, tệp ở thư mục khác, hoặc đang bị chương trình khác giữ. Sai: "
        "so-lieu.yaml khi tệp tên là so-lieu.yml. Đúng: gõ đúng cả phần đuôi của tên tệp."
    ),
    "DL02": (
        "Tệp phải là văn bản lưu theo mã UTF-8. Sai: lưu bằng mã «Unicode» (UTF-16), cp1258, hoặc "
        "đưa tệp Excel vào chỗ tệp .yml. Đúng: trong Notepad chọn Tệp → Lưu thành, ô Mã hóa chọn "
        "UTF-8."
    ),
    "DL03": (
        "Tệp quá lớn hoặc lồng nhau quá nhiều lớp, không còn là tệp người gõ. Sai: chép cả bảng "
        "vài nghìn dòng vào tệp .yml. Đúng: để bảng trong tệp Excel, tệp .yml chỉ dẫn tới bảng."
    ),
    "DL04": (
        "Có ký tự điều khiển không nhìn thấy, thường do chép từ chương trình khác hoặc do dấu \\ "
        "trong nháy kép. Sai: \"C:\\bao-cao\" (\\b là một ký tự ẩn). Đúng: 'C:\\bao-cao' hoặc "
        '"C:/bao-cao".'
    ),
    "DL05": (
        "Dòng không đúng cách viết «khóa: giá trị». Sai: ten_co_quan = Sở Tài chính. Đúng: "
        "ten_co_quan: Sở Tài chính."
    ),
    "DL06": (
        "Tệp số liệu chỉ thụt dòng bằng dấu cách, không dùng phím Tab. Sai: một dấu Tab trước "
        "ten_goi. Đúng: hai dấu cách trước ten_goi."
    ),
    "DL07": (
        "Dấu hai chấm ngăn khóa với giá trị và phải có dấu cách theo sau; giá trị có dấu hai chấm "
        "phải đặt trong nháy. Sai: so_ho:26140 hoặc ghi_chu: Tỷ lệ: 4,16%. Đúng: so_ho: 26140 và "
        'ghi_chu: "Tỷ lệ: 4,16%".'
    ),
    "DL08": (
        'Dấu nháy hoặc dấu ngoặc mở ra phải đóng lại trong cùng giá trị. Sai: trich_yeu: "Về công '
        'tác giảm nghèo. Đúng: trich_yeu: "Về công tác giảm nghèo".'
    ),
    "DL09": (
        "Một số dấu ở đầu giá trị có nghĩa riêng trong YAML (@ % ` * & ! , | >), nên phải đặt "
        'trong nháy. Sai: don_vi_tinh: %. Đúng: don_vi_tinh: "%".'
    ),
    "DL10": (
        "Thụt dòng cho biết dòng nào thuộc khóa nào: cùng cấp thì cùng cột, cấp con thụt thêm 2 "
        "dấu cách, mục danh sách bắt đầu bằng «- » có dấu cách. Sai: noi_nhan: - Như trên. Đúng: "
        "noi_nhan: rồi xuống dòng, thụt 2 dấu cách, «- Như trên»."
    ),
    "DL11": (
        "Một khóa chỉ được ghi một lần trong cùng nhóm; hai lần thì không biết giá trị nào đúng "
        "nên chương trình dừng. Sai: ho_ngheo: 120 rồi dưới lại có ho_ngheo: 125. Đúng: giữ một "
        "dòng."
    ),
    "DL12": (
        "Neo (&), bí danh (*), nhãn kiểu (!) và khóa << của YAML không được dùng, vì người đọc "
        "tệp không thấy giá trị thật. Sai: chuc_vu: *truong_phong. Đúng: ghi đủ giá trị, hoặc đặt "
        'trong nháy: "*truong_phong".'
    ),
    "DL13": (
        "Trong [ ] và { } dấu phẩy ngăn hai giá trị, nên số thập phân 9,92 sẽ thành hai số 9 và "
        '92. Sai: [9,92, 4,16]. Đúng: ["9,92", "4,16"] hoặc viết mỗi số một dòng: «- 9,92».'
    ),
    "DL14": (
        "Phần đứng trước dấu hai chấm phải là tên khóa viết bằng chữ. Sai: ten_goi: {{ ten }}. "
        'Đúng: ten_goi: "{{ ten }}".'
    ),
    "DL15": (
        "Mỗi tệp chỉ có một phần; các dòng «---», «...» và «%YAML» ở giữa tệp không dùng. Sai: "
        "hai báo cáo trong một tệp, ngăn bằng «---». Đúng: hai tệp, mỗi tệp một báo cáo."
    ),
    "DL16": (
        'Trong nháy kép, dấu \\ mở đầu một mã đặc biệt. Sai: "so-lieu\\xa.xlsx". Đúng: '
        "'so-lieu\\xa.xlsx' hoặc \"so-lieu/xa.xlsx\"."
    ),
}
