"""What ``reportgen explain TTnn`` says about layout findings that are no rule of a regulation."""

from __future__ import annotations

CODES: dict[str, str] = {
    "TT40": "Tệp mở được nhưng bên trong không có văn bản Word. Sai: một tệp mẫu biểu hay bảng tính đổi đuôi thành .docx. "
    "Đúng: tệp .docx do Word hoặc chương trình này lưu ra.",
    "TT41": "Khung văn bản phải giữ phần ký cùng trang với những dòng cuối, để không có trang chỉ có chữ ký. "
    "Sai: đoạn cuối bỏ chọn «Keep with next». Đúng: dùng kiểu «Đoạn kết» cho đoạn cuối, không đổi kiểu của phần ký.",
    "TT42": "Tệp là bản chép lại từ trang web pháp luật (không có lề trang, gạch «-------» thay đường kẻ, phông chữ của "
    "trang web), nên không kiểm thể thức: lỗi tìm được là của trang web. Sai: kiểm tệp tải từ thư viện văn bản trên mạng. "
    "Đúng: kiểm tệp gốc của cơ quan ban hành.",
    "TT43": "Văn bản của Đảng (tiêu đề «ĐẢNG CỘNG SẢN VIỆT NAM») và văn bản nhà nước (Quốc hiệu, Tiêu ngữ) có thể thức khác "
    "hẳn nhau, nên không kiểm bằng thể thức của bên kia. Sai: kiểm văn bản Đảng bằng Nghị định 30. "
    "Đúng: chọn thể thức hd05-2026 cho văn bản Đảng, nd30-2020 cho văn bản nhà nước.",
    "TT44": "Một thành phần trên trang không đúng như dữ liệu đã nhập, thường do khung trong templates/khung bị xóa mất ô "
    "điền. Sai: gõ thẳng tên cơ quan vào khung. Đúng: giữ nguyên các ô {{ … }} của khung.",
    "TT47": "Chữ viết tắt trong số, ký hiệu không phải của tên loại in trên trang (NĐ30, Phụ lục III, Mục I). "
    "Sai: báo cáo ghi «Số: 07/KH-STC». Đúng: báo cáo ghi «Số: 07/BC-STC».",
    "TT48": "Văn bản chính thức còn mang dấu của bản dự thảo: chữ «DỰ THẢO» ở đầu trang, chữ chìm, tên tệp trong thuộc tính, hay chỗ "
    "chờ số liệu «[…ho_ngheo…]». Sai: đổi tên bản dự thảo rồi phát hành. Đúng: dựng bản chính bằng reportgen build.",
    "TT49": "Bản dự thảo dựng ra không có dấu dự thảo ở đầu trang, nên có thể bị nhầm với bản chính; thường do khung đã sửa không "
    "còn dòng số, ký hiệu. Đúng: khôi phục ô {{ so_ky_hieu }} của khung, hoặc tạo lại khung: reportgen frame.",
    "TT46": "Luật, nghị định, thông tư và quyết định, nghị quyết có ghi năm trong số, ký hiệu là văn bản quy phạm pháp luật; thể "
    "thức của chúng theo pháp luật về ban hành văn bản quy phạm pháp luật, không theo quy định về công tác văn thư. "
    "Sai: kiểm «Số: 15/2026/QĐ-UBND» bằng Nghị định 30. Đúng: kiểm văn bản hành chính «Số: 15/QĐ-UBND».",
    "TT50": "Hợp đồng, đơn, tờ khai, bản cam kết, phiếu trình nội bộ không phải văn bản hành chính của cơ quan nên không kiểm "
    "thể thức: mọi lỗi nêu ra sẽ là lỗi giả. Sai: kiểm một đơn xin nghỉ phép. Đúng: kiểm văn bản có tên cơ quan, số, ký hiệu.",
    "TT51": "Tệp chỉ có tên loại mà không có phần đầu: thường là quy chế, đề cương, phụ lục ban hành kèm theo văn bản khác và lưu "
    "thành tệp riêng. Sai: kiểm riêng tệp phụ lục. Đúng: kiểm tệp có Quốc hiệu, tên cơ quan, số và ký hiệu.",
    "TT52": "Cơ quan ban hành, nơi kính gửi hay nơi nhận là cơ quan cấp huyện (UBND huyện, Huyện ủy, Phòng … huyện), là thị trấn, hoặc thuộc một "
    "tỉnh đã sáp nhập, trong khi văn bản ghi ngày từ 01/7/2025: khi ấy không còn cấp huyện (Luật số 72/2025/QH15, Điều 51.3). Chỉ xem phần đầu, "
    "Kính gửi và Nơi nhận, không xem lời văn nói về trước kia. Sai: «- UBND các huyện, thị xã;» trong văn bản tháng 8/2025. "
    "Đúng: «- UBND các xã, phường;»; tên cũ cần nhắc thì ghi «UBND huyện Cam Lộ (cũ)».",
    "TT53": "Văn bản chỉ có một trang nên số trang chưa in ra, nhưng ô số trang để sẵn không đúng chỗ: thêm một trang là in sai. "
    "Sai: số trang để ở giữa lề dưới. Đúng: số trang để ở giữa lề trên (NĐ30 PL I, Phần I, Mục I.7), trang thứ nhất không hiện.",
    "TT54": "Lề của trang đặt ngang không theo cách hiểu nào của quy định: theo mép trang như đang đọc (trên, dưới 20–25 mm; trái 30–35 mm; phải "
    "15–20 mm), hoặc xoay theo tờ giấy để lề đóng tập nằm phía trên hay phía dưới. Nghị định 30 không nói riêng về trang ngang nên chỉ cảnh báo. "
    "Sai: cả bốn lề 10 mm. Đúng: trên 20, dưới 20, trái 30, phải 15 mm. Bảng rộng hơn phần chữ thì thu cột lại trước khi nới lề.",
    "TT45": "Không nhận ra thành phần nào của một văn bản hành chính: không quốc hiệu, số ký hiệu, tên loại. "
    "Sai: kiểm một bảng số liệu hay giấy tờ khác. Đúng: kiểm văn bản có phần đầu theo thể thức.",
}
