"""What ``reportgen explain PDFnn`` says."""

from __future__ import annotations

CODES: dict[str, str] = {
    "PDF01": "Bản PDF được in bằng LibreOffice, phần mềm miễn phí chưa có trên máy này. Văn bản Word vẫn được ghi đầy đủ. Hãy cài "
    "LibreOffice (libreoffice.org) rồi chạy lại, hoặc mở tệp Word và chọn Lưu thành (Save As), kiểu PDF.",
    "PDF02": "LibreOffice không in được văn bản này ra PDF, đã thử hai lần: tệp hỏng, hoặc máy quá bận. Văn bản Word không bị ảnh "
    "hưởng. Hãy chạy lại; nếu vẫn vậy, mở tệp Word và chọn Lưu thành (Save As), kiểu PDF.",
    "PDF03": "Bản PDF nằm cạnh tệp Word in từ bản Word trước, nên số liệu trong đó đã cũ. Sai: gửi cả thư mục đi sau khi chỉ dựng lại tệp "
    "Word. Đúng: chạy lại với --pdf để in lại, hoặc xóa bản PDF ấy.",
    "PDF10": "Phông chữ không nằm trong tệp PDF, nên máy khác mở ra có thể thấy chữ khác. Hãy in lại trên máy có phông Times New Roman "
    "hoặc Liberation Serif; lệnh «reportgen doctor» cho biết máy có phông nào.",
    "PDF11": "Một số chữ trong tệp PDF không lấy ra được thành chữ Unicode dựng sẵn: tìm kiếm và chép từ PDF sẽ sai. Thường do thiếu "
    "phông có đủ chữ Việt. Hãy cài phông Times New Roman hoặc Liberation Serif bản mới rồi in lại.",
    "PDF12": "Trên trang in, khổ giấy hoặc lề trang không như quy định, hoặc chữ lấn ra ngoài lề mà văn bản đã đặt (thường do bảng quá rộng). Hãy đặt lại lề ở thẻ Layout, mục Margins; thu hẹp bảng, hoặc đặt bảng trên trang "
    "ngang (trinh_bay: trang_ngang).",
    "PDF13": "Dòng Quốc hiệu hoặc Tiêu ngữ bị ngắt làm hai khi in. Theo Nghị định 30/2020/NĐ-CP mỗi dòng nằm trọn trên một dòng. Hãy nới "
    "cột bên phải của phần đầu trang.",
    "PDF14": "Khối chữ ký sang trang một mình. Theo thông lệ, trang có chữ ký phải có ít nhất hai dòng cuối của nội dung, để không ai thay "
    "được trang ký. Hãy thêm hoặc bớt vài dòng.",
    "PDF15": "Một tiêu đề mục đứng cuối trang, nội dung của nó sang trang sau. Trong Word, chọn tiêu đề, mở Paragraph, đánh dấu «Keep with "
    "next» để tiêu đề đi cùng đoạn dưới.",
    "PDF16": "Một dòng của bảng bị cắt ngang sang trang sau nên khó đọc. Trong Word, chọn bảng, mở Table Properties, thẻ Row, bỏ dấu "
    "«Allow row to break across pages».",
    "PDF17": "Trên trang in không tìm thấy một đoạn chữ của văn bản Word: có thể bị che, bị tràn khỏi ô, hoặc nằm trong hình. Hãy mở tệp PDF "
    "xem chỗ được nêu.",
    "PDF18": "Trên trang in, một thành phần không đứng ở ô của nó theo sơ đồ bố trí (Phụ lục I Nghị định 30/2020/NĐ-CP): Quốc hiệu bên phải, tên "
    "cơ quan bên trái, tên loại ở giữa, chữ ký bên phải, nơi nhận bên trái. Những thành phần đứng cạnh nhau (Quốc hiệu và tên cơ quan, số và ngày tháng, nơi nhận và quyền hạn ký) phải ngang hàng. "
    "Hãy xem lại bảng và căn lề của phần đó trong Word.",
    "PDF19": "Từ trang thứ hai, trang in phải có số trang: ở giữa lề trên theo Nghị định 30/2020/NĐ-CP, ở góc phải lề dưới theo Thông tư "
    "01/2011/TT-BNV. Trong Word: thẻ Insert, mục Page Number.",
}
