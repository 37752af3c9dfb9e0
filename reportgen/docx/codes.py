"""What ``reportgen explain TTnn`` says about packages: Word files that cannot, or must not, be opened."""

from __future__ import annotations

CODES: dict[str, str] = {
    "TT01": "Không đọc được tệp Word: tên sai, không có quyền, hoặc là tệp tạm «~$…» Word tạo ra khi đang mở văn bản. "
    "Sai: «~$o-cao.docx». Đúng: «bao-cao.docx», đã đóng trong Word.",
    "TT02": "Tệp không phải .docx dù tên có thể là .docx: thường là tệp .doc cũ, trang web, PDF hoặc RTF bị đổi tên. "
    "Đổi đuôi tên tệp không đổi kiểu tệp. Hãy mở bằng Word và Lưu thành (Save As) kiểu «Word Document (*.docx)».",
    "TT03": "Tệp .docx bị hỏng khi chép hoặc tải về, phần nén không giải ra được. "
    "Hãy mở bằng Word để Word sửa rồi lưu lại, hoặc xin lại tệp gốc.",
    "TT04": "Tệp quá lớn, quá nhiều phần, hoặc phình ra bất thường khi giải nén (một cách phá máy hay gặp). "
    "Văn bản hành chính bình thường chỉ vài trăm KB; nếu do ảnh lớn, hãy nén ảnh trong Word.",
    "TT05": "Tệp có mật khẩu nên chương trình không đọc được. "
    "Hãy bỏ mật khẩu trong Word (Tệp, Thông tin, Bảo vệ tài liệu), lưu lại rồi thử lại.",
    "TT06": "Bên trong tệp có các phần trùng tên hoặc có tên lạ (như «../x»). Word không bao giờ lưu như vậy. "
    "Hãy xin lại tệp từ nguồn tin cậy.",
    "TT07": "Tệp nén nhưng không phải văn bản Word, ví dụ một bảng tính .xlsx bị đổi tên. "
    "Sai: «so-lieu.docx» vốn là bảng tính. Đúng: một tệp .docx do Word lưu.",
    "TT08": "Văn bản lưu theo kiểu «Strict Open XML» mà ít phần mềm đọc được. "
    "Hãy Lưu thành (Save As) kiểu «Word Document (*.docx)» thông thường.",
    "TT09": "Tệp chứa macro (chương trình chạy trong Word), có thể gây hại. "
    "Sai: tệp .docm đổi tên thành .docx. Đúng: Lưu thành (Save As) kiểu .docx, Word sẽ bỏ macro.",
    "TT10": "Một phần bên trong tệp .docx sai cấu trúc XML, thường do tệp bị cắt cụt hoặc bị sửa bằng công cụ khác. "
    "Hãy mở bằng Word, lưu thành tệp mới rồi thử lại.",
    "TT11": "Tệp chứa khai báo DOCTYPE hoặc ENTITY, thứ Word không bao giờ lưu và thường dùng để tấn công. "
    "Chỉ dùng tệp do Word hoặc LibreOffice lưu ra.",
    "TT12": "Tệp trỏ tới ảnh, mẫu hoặc dữ liệu nằm ngoài tệp (trên mạng hoặc máy khác): mở ra có thể mất nội dung "
    "hoặc lộ thông tin. Liên kết chữ bình thường tới trang web thì được. Hãy dán hẳn ảnh vào văn bản thay vì liên kết.",
    "TT13": "Văn bản dài hàng nghìn trang, quá mức chương trình đọc trong một lần; thường là tệp hỏng hoặc bảng dữ liệu chép nhầm vào Word. "
    "Hãy tách thành nhiều tệp, hoặc để bảng lớn trong tệp Excel.",
    "TT14": "Tệp Word kiểu cũ (.doc) chỉ đọc được qua LibreOffice, phần mềm miễn phí chưa có trên máy này. "
    "Cách nhanh nhất: mở tệp bằng Word, Lưu thành (Save As) kiểu «Word Document (*.docx)», rồi kiểm tệp mới.",
}
