"""What the codes BT01–BT27 (spreadsheets) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "BT01": "Chỗ dẫn tới bảng tính viết chưa đủ. Ghi tên tệp, trang tính và ô, ngăn nhau bằng dấu chấm than."
    " Sai: so-lieu.xlsx. Đúng: so-lieu.xlsx!Xã!C7, hoặc so-lieu.xlsx!tong_ho nếu ô đã được đặt tên.",
    "BT02": "Không có tệp bảng tính ấy trong thư mục số liệu của báo cáo. Sai: so_lieu.xlsx khi tệp tên là so-lieu.xlsx."
    " Đúng: chép tệp vào thư mục cùng tên với báo cáo và ghi đúng tên, cả phần đuôi.",
    "BT03": "Bảng tính phải nằm trong thư mục số liệu của báo cáo, để báo cáo đi đâu số liệu đi theo đó."
    " Sai: ../chung/so-lieu.xlsx hoặc D:/so-lieu.xlsx. Đúng: so-lieu.xlsx.",
    "BT04": "Chương trình đọc tệp .xlsx (không macro, không mật khẩu) và .csv; tệp .xls, .ods thì cần máy có LibreOffice."
    " Đổi đuôi tên tệp không đổi được loại tệp."
    " Sai: so-lieu.xlsb, so-lieu.pdf. Đúng: mở bằng Excel, Lưu thành «Excel Workbook (*.xlsx)».",
    "BT05": "Không mở được tệp vì đang bị chương trình khác giữ, hoặc không có quyền đọc."
    " Sai: chạy lúc Excel còn mở bảng tính. Đúng: lưu và đóng bảng tính rồi chạy lại.",
    "BT06": "Bảng tính quá lớn hoặc có vùng quá rộng, đọc sẽ rất lâu. Sai: cả cột A:XFD bị gộp ô, hay một ô gõ nhầm ở dòng"
    " 1048576. Đúng: bảng gọn ở góc trên bên trái, dưới 20.000 dòng và 512 cột.",
    "BT07": "Tệp .xlsx có phần bên trong sai quy cách nên không đọc được. Sai: tệp do phần mềm khác xuất ra dở dang."
    " Đúng: mở bằng Excel, để Excel sửa, rồi lưu lại thành .xlsx.",
    "BT08": "Không rõ lấy trang tính nào: tên trang không có trong tệp, hoặc tệp có nhiều trang mà không ghi tên trang."
    " Sai: so-lieu.xlsx!xa 2020 khi trang tên «Xã». Đúng: so-lieu.xlsx!Xã!C7.",
    "BT09": "Không có ô hay tên vùng như đã ghi. Sai: so-lieu.xlsx!Xã!7C. Đúng: so-lieu.xlsx!Xã!C7."
    " Tên vùng đặt trong Excel ở ô tên bên trái thanh công thức.",
    "BT10": "Ô báo lỗi (#DIV/0!, #REF!, #N/A …) nên không có số liệu. Sai: để nguyên ô lỗi rồi lấy vào báo cáo."
    " Đúng: sửa công thức hoặc số liệu nguồn của ô, lưu lại.",
    "BT11": "Ô có công thức nhưng tệp chưa chứa kết quả, thường vì tệp do phần mềm khác tạo ra và chưa mở bằng Excel."
    " Sai: dùng ngay tệp vừa xuất. Đúng: mở bằng Excel, bấm Lưu, rồi chạy lại.",
    "BT12": "Ô là ngày hoặc giờ, trong khi cần con số. Excel hay tự đổi «1/2» hay «3-4» thành ngày."
    " Sai: 01/02/2020 ở cột số hộ. Đúng: đặt định dạng Number cho ô rồi gõ lại con số.",
    "BT13": "Ô chứa TRUE hoặc FALSE, không phải con số hay chữ. Sai: =A1>0 ở cột số liệu. Đúng: con số.",
    "BT14": "Số liệu được lấy từ dòng, cột hoặc trang tính đang ẩn, người kiểm tra bảng sẽ không thấy."
    " Sai: số cũ còn nằm ở dòng ẩn. Đúng: bỏ ẩn để kiểm tra, xóa phần không dùng.",
    "BT15": "Ô hiển thị số đã chia cho nghìn hoặc triệu do định dạng, còn giá trị thật lớn hơn. Chương trình lấy giá trị thật."
    " Sai: ô hiện 976 nhưng chứa 976000000, khai đơn vị triệu đồng. Đúng: khai don_vi_nguon: đồng, hoặc chứa đúng 976.",
    "BT16": "Không thấy cột có tiêu đề như đã khai trong 30 dòng đầu. Chữ hoa, dấu và khoảng trắng không tính, còn lại phải trùng."
    " Sai: khai «Số hộ nghèo», bảng ghi «Hộ nghèo». Đúng: khai đúng «Hộ nghèo».",
    "BT17": "Một tiêu đề đứng ở nhiều cột nên không rõ lấy cột nào. Sai: «Số hộ» có dưới cả «Hộ nghèo» và «Hộ cận nghèo»."
    " Đúng: khai «Hộ nghèo > Số hộ».",
    "BT18": "Phạm vi của bảng: không có dòng số liệu, có dòng đánh số cột được bỏ qua, hoặc còn dữ liệu sau một dòng trống."
    " Sai: dòng trống xen giữa hai nhóm xã. Đúng: các dòng liền nhau, ghi chú để dưới bảng ở cột khác.",
    "BT19": "Bảng số liệu hai cột phải có mỗi mã một dòng. Sai: ho_ngheo ở hai dòng, hoặc dòng có số mà ô mã để trống."
    " Đúng: mỗi dòng một mã và một giá trị.",
    "BT20": "Tệp .csv không theo mã UTF-8; chữ tiếng Việt trong đó thường đã hỏng khi lưu («BI?U T?NG H?P»)."
    " Sai: kiểu «CSV (Comma delimited)». Đúng: kiểu «CSV UTF-8», hoặc dùng .xlsx.",
    "BT21": "Không rõ các ô của tệp .csv ngăn nhau bằng dấu gì. Sai: Na Ư,4,16 (hai ô hay ba ô?)."
    ' Đúng: Na Ư;4,16 hoặc Na Ư,"4,16"; tốt nhất dùng .xlsx.',
    "BT22": 'Dấu nháy kép trong tệp .csv mở mà không đóng. Sai: "Na Ư;4,16. Đúng: "Na Ư";4,16.',
    "BT23": "Chữ trong bảng tính viết bằng bảng mã cũ (TCVN3, VNI), in ra sẽ thành ký tự lạ."
    " Sai: §iÖn Biªn. Đúng: Điện Biên (chuyển mã bằng Unikey rồi lưu lại).",
    "BT24": "Ô kiểu chữ ở cột số không đọc được thành một con số duy nhất. Sai: chữ «1.411» (1411 hay 1,411?)."
    " Đúng: đổi ô sang kiểu số trong Excel.",
    "BT25": "Số trong bảng có phần lẻ rất dài và ô không định dạng, in ra sẽ rất xấu. Sai: 6,9199938 ở ô kiểu General."
    " Đúng: đặt định dạng Number hoặc Percentage với số chữ số lẻ cần in.",
    "BT26": "Định dạng của ô làm người xem thấy số khác với số trong ô, hoặc không thấy số nào. Chương trình lấy số thật trong ô."
    ' Sai: ô chứa 12 mà định dạng 0",000" hiện 12,000; định dạng ;;; che cả số. Đúng: định dạng Number.',
    "BT27": "Chữ số trong ô bị gạch ngang, hoặc có chữ số viết nâng lên như số chú thích, nên không rõ số nào còn dùng."
    " Sai: 120 gạch ngang rồi ghi 130 cùng một ô. Đúng: ô chỉ có 130.",
}
