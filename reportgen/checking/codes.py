"""What the codes of ``reportgen check`` mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "KT01": "Tệp cần kiểm không có ở chỗ đã ghi. Đường dẫn tính từ thư mục đang đứng; tên có dấu cách phải đặt trong dấu nháy. "
    'Sai: reportgen check bao cao.docx. Đúng: reportgen check "bao cao.docx".',
    "KT02": "Thư mục hoặc mẫu tên không có tệp Word nào. Chương trình tìm .docx, .docm và .doc trong thư mục và mọi thư mục con, bỏ qua "
    "tệp tạm của Word (~$…) và bản nhận xét do chương trình ghi ra. Sai: reportgen check *.pdf. Đúng: reportgen check van-ban.",
    "KT03": "Thể thức nêu sau --the-thuc không có. Bỏ tùy chọn này thì chương trình chọn theo ngày và cơ quan ghi trên văn bản. "
    "Sai: --the-thuc nd30. Đúng: --the-thuc nd30-2020.",
    "KT04": "Tệp kiem-tra.yml chấp nhận một quy tắc không có; thường do gõ sai mã. Mã in ở cuối mỗi dòng kết quả kiểm tra. "
    "Sai: chap_nhan: so.co_chu: theo quy chế. Đúng: chap_nhan: so.size: theo quy chế.",
    "KT05": "Chỗ ghi kết quả (trang .html, bản .nhan-xet.docx) đã có một tệp do người khác làm, hoặc bản chương trình ghi ra nhưng có người "
    "đã sửa; công sức ấy không bị ghi đè. Hãy chuyển tệp ấy đi, dùng --out với thư mục khác, hoặc thêm --force nếu chắc chắn bỏ nó.",
    "KT06": "Một tùy chọn của reportgen check không dùng được như đã ghi. Sai: --tong-hop ket-qua.pdf. "
    "Đúng: --tong-hop ket-qua.xlsx hoặc ket-qua.json; --jobs nhận số từ 1 trở lên.",
    "KT07": "Văn bản nay không còn điểm nào phải nhận xét, nhưng bên cạnh vẫn còn bản .nhan-xet.docx của lần kiểm trước, đọc vào sẽ hiểu nhầm. "
    "Sai: gửi bản nhận xét cũ cho người soạn. Đúng: xóa bản ấy.",
    "KT08": "Hệ thống dừng tiến trình đang kiểm tệp, thường vì tệp quá lớn so với bộ nhớ của máy; các tệp khác vẫn được kiểm. "
    "Sai: một tệp Word dán cả cơ sở dữ liệu nghìn trang. Đúng: tách thành nhiều tệp, để bảng lớn trong Excel.",
    "KT09": "Chương trình gặp sự cố của chính nó khi kiểm một tệp, nên tệp ấy chưa được kiểm; các tệp khác vẫn kiểm bình thường. Hãy mở tệp "
    "bằng Word, lưu thành tệp .docx mới rồi kiểm lại; nếu vẫn vậy, chạy reportgen check -v và gửi kết quả cho người hỗ trợ.",
}
