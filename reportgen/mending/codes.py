"""What ``reportgen explain`` says about mending."""

from __future__ import annotations

CODES: dict[str, str] = {
    "KT20": "Tệp đã ký số. Sửa một chữ là chữ ký số mất hiệu lực, nên chương trình không sửa. "
    "Sai: sửa tệp đã ký rồi gửi đi. Đúng: sửa bản Word chưa ký, trình ký lại.",
    "KT21": "Tệp do chương trình khác ghi theo kiểu lạ (ví dụ «Strict Open XML»), sửa từng phần sẽ làm hỏng tệp. "
    "Đúng: mở bằng Word, Lưu thành (Save As) kiểu «Word Document (*.docx)», rồi sửa tệp vừa lưu.",
    "KT23": "Sau khi sửa, chữ và số của văn bản không còn đúng như trước, nên chương trình bỏ kết quả và không ghi gì. "
    "Đây là chốt an toàn: sửa thể thức không được đổi lời văn và con số. Hãy gửi tệp cho người phụ trách chương trình.",
    "KT24": "Mã quy tắc sau --chi hoặc --tru không có. Sai: --chi co_chu. Đúng: --chi so.size,page.margin "
    "(mã in trong kết quả kiểm tra; ghi phần đầu của mã để chọn cả nhóm).",
    "KT25": "Tệp đang có khóa (Restrict Editing) hoặc đang bật theo dõi sửa đổi. Chương trình vẫn ghi bản sửa ra tệp mới "
    "và giữ nguyên khóa. Nên thêm --theo-doi để người quản lý tệp duyệt từng chỗ sửa.",
    "KT26": "Không dùng được --tai-cho với tệp này: tệp .doc phải được ghi thành tệp .docx mới. "
    "Đúng: bỏ --tai-cho, dùng tệp .da-sua.docx ghi bên cạnh.",
    "KT28": "Sửa lề, cỡ chữ, giãn dòng cho đúng làm văn bản dài hơn, có thể sang thêm một trang. Sai: phần ký đứng một mình ở trang cuối. "
    "Đúng: có ít nhất hai dòng nội dung cùng trang với phần ký; mở bản sửa bằng Word xem lại, bớt vài chữ hoặc giảm cách đoạn về 6 pt.",
    "KT27": "Lệnh fix chưa biết sửa tệp nào, hoặc hai tùy chọn trái nhau. Sai: reportgen fix --tai-cho --out ra.docx a.docx. "
    "Đúng: reportgen fix a.docx, hoặc reportgen fix a.docx --out ra.docx.",
}
