"""What ``reportgen explain MAU7n`` says: pictures and documents set into a page drawn in Word."""

from __future__ import annotations

CODES: dict[str, str] = {
    "MAU70": "Mẫu vẽ trong Word có hình hoặc tài liệu con, nên mỗi văn bản được in bằng bộ máy đầy đủ của docxtpl: kết quả như nhau, "
    "nhưng chậm hơn vài chục lần. In một văn bản thì không thấy khác; làm hàng loạt thì nên dán hình cố định thẳng vào mẫu.",
    "MAU71": "Không chèn được hình hoặc tài liệu con: tệp không có, quá lớn, hỏng, hoặc không đúng kiểu. Hình dùng .png, .jpg; tài "
    "liệu con dùng .docx. Sai: so-do.svg. Đúng: so-do.png, đặt trong thư mục cùng tên với báo cáo.",
    "MAU72": "Hình hoặc tài liệu con được khai ở báo cáo nhưng mẫu không có thẻ nào gọi tới, nên không hiện trên trang. "
    "Hãy thêm {{ tên }} (hình) hay {{p tên }} (tài liệu con) vào mẫu, hoặc bỏ dòng khai.",
    "MAU73": "Chèn tài liệu con cần thư viện docxcompose, không cài sẵn cùng chương trình. Hãy nhờ người quản trị cài thêm, hoặc chép "
    "nội dung của tài liệu con vào mẫu.",
    "MAU74": "Tên đặt cho hình hoặc tài liệu con đã là tên của một số liệu hoặc một phần của trang. Sai: hinh_anh: {trich_yeu: …}. "
    "Đúng: hinh_anh: {so_do: …}.",
}
