"""What ``reportgen explain MAUnn`` says about templates: the body text, the tags, the Word files they stand
in.
"""

from __future__ import annotations

CODES: dict[str, str] = {
    "MAU01": "Không đọc được tệp nội dung, hoặc tệp không lưu bằng Unicode (UTF-8) nên chữ có dấu sẽ hỏng. "
    "Hãy mở bằng Notepad, chọn Lưu thành (Save As), ở mục Mã hóa (Encoding) chọn UTF-8, rồi lưu đè.",
    "MAU02": "Dòng chữ có ký tự điều khiển không nhìn thấy, hoặc gõ bằng bảng mã cũ (TCVN3, VNI) nên in ra sẽ sai chữ; thường "
    "do chép từ tệp cũ hoặc từ PDF. Sai: «Hé nghÌo». Đúng: «Hộ nghèo» gõ bằng Unicode.",
    "MAU03": "Chữ đậm (**) hay chữ nghiêng (*) mở ra mà chưa đóng trong cùng một đoạn. "
    "Sai: **Kết quả: toàn tỉnh đạt… Đúng: **Kết quả:** toàn tỉnh đạt… Muốn in đúng dấu sao thì gõ \\*.",
    "MAU04": "Thẻ mở bằng {{ hoặc {% mà chưa đóng trên cùng một dòng. "
    "Sai: Có {{ ho_ngheo hộ nghèo. Đúng: Có {{ ho_ngheo }} còn nghèo.",
    "MAU05": "Lệnh {% … %} (for, if, endif …) phải đứng một mình trên một dòng, không xen giữa câu. "
    "Sai: Toàn tỉnh {% if co_thien_tai %} bị thiệt hại {% endif %}. Đúng: {% if co_thien_tai %} một dòng, câu chữ một dòng, {% endif %} một dòng.",
    "MAU06": "Lệnh mở và lệnh đóng không thành cặp: mỗi if phải có một endif, mỗi for phải có một endfor, lồng vào nhau chứ không "
    "bắt chéo nhau. Sai: for … if … endfor … endif. Đúng: for … if … endif … endfor.",
    "MAU07": "Mẫu chỉ dùng hai lệnh: for … endfor để lặp, if … elif … else … endif để chọn. "
    "Sai: {% set tong = 5 %}, {% include 'a.docx' %}. Đúng: khai số cần tính thành chỉ tiêu có cong_thuc.",
    "MAU08": "Mục nhảy cấp: sau mục cấp 1 chỉ được là cấp 1 hoặc cấp 2. Sai: # Kết quả rồi ### Về nhà ở. "
    "Đúng: # Kết quả, ## Về nhà ở.",
    "MAU09": "Dấu ở đầu dòng (#, -, +, *) phải có một dấu cách rồi mới đến chữ, và mục phải có tên. "
    "Sai: -Hỗ trợ nhà ở. Đúng: - Hỗ trợ nhà ở. Nếu dòng chữ tự nó bắt đầu bằng dấu đó thì gõ \\ ở trước.",
    "MAU10": "Các dòng của bảng không bằng số ô với dòng đầu cột. Sai: | Xã | Số hộ | rồi | Cam An |. "
    "Đúng: | Cam An | {{ ho_cam_an }} |; ô để trống vẫn phải có dấu | ở hai bên.",
    "MAU11": "Bảng thiếu dòng kẻ ngay dưới đầu cột; dòng này cũng cho biết mỗi cột căn bên nào. "
    "Đúng: |---|---:| nghĩa là cột một căn trái, cột hai căn phải (dùng cho số); :---: là căn giữa.",
    "MAU12": "Trong thẻ có dấu nháy cong mà chương trình soạn thảo tự thay. Sai: {{ kinh_phi|doi_don_vi(“tỷ đồng”) }}. "
    "Đúng: {{ kinh_phi|doi_don_vi('tỷ đồng') }}.",
    "MAU13": "Có dấu đóng thẻ mà không có dấu mở, nên một phần thẻ sẽ in ra thành chữ. Sai: Có ho_ngheo }}. "
    "Đúng: Có {{ ho_ngheo }}.",
    "MAU14": "Ghi chú mở bằng {# mà không có #} để đóng, nên phần còn lại của tệp bị coi là ghi chú và không in ra. "
    "Đúng: {# hỏi lại phòng Tài chính #}.",
    "MAU15": "Tệp nội dung không có câu chữ nào để in. Hãy viết ít nhất một đoạn.",
    "MAU16": "Chỗ đặt bảng số liệu là tên bảng trong hai cặp ngoặc vuông, một mình trên một dòng. Sai: Xem [[chi_tieu_xa]] dưới đây; "
    "[[chỉ tiêu xã]]. Đúng: [[chi_tieu_xa]], với chi_tieu_xa khai ở mục bang của loai.yml.",
    "MAU30": "Không hiểu chữ viết trong thẻ. Một thẻ chỉ gồm một tên, có thể thêm một bộ lọc sau dấu |. "
    "Sai: {{ ho ngheo }}, {{ }}, {{#each xa}}. Đúng: {{ ho_ngheo }}, {{ kinh_phi|tien_bang_chu }}.",
    "MAU31": "Thẻ gọi một tên chưa khai ở đâu cả; chương trình không bao giờ in chỗ trống thay cho số liệu. "
    "Sai: {{ ho_ngeo }}. Đúng: {{ ho_ngheo }}, với ho_ngheo có trong mục chi_tieu của loai.yml.",
    "MAU32": "Trong thẻ không tính toán, không gọi hàm, không nối chữ. Sai: {{ ho_ngheo + ho_can_ngheo }}, {{ range(5) }}. "
    "Đúng: khai chỉ tiêu tong_ho với cong_thuc: ho_ngheo + ho_can_ngheo, rồi viết {{ tong_ho }}.",
    "MAU33": "Không có bộ lọc này, hoặc phần trong ngoặc của bộ lọc viết sai. Sai: {{ kinh_phi|round(1) }}. "
    "Đúng: {{ kinh_phi|doi_don_vi('tỷ đồng', 1) }}.",
    "MAU34": "Sau dấu chấm là tên cột của một dòng trong bảng dữ liệu; dòng này không có cột đó. "
    "Sai: {{ xa.ten }} khi cột khai là ten_xa. Đúng: {{ xa.ten_xa }}. Số liệu đơn lẻ thì không có dấu chấm.",
    "MAU35": "Giá trị này không in thẳng ra được: số liệu để trống, cả một danh sách, hoặc con số chưa có đơn vị và cách viết. "
    "Sai: {{ noi_nhan }}. Đúng: {% for noi in noi_nhan %} rồi {{ noi }}; số liệu có thể trống thì đặt trong "
    "{% if ten_so_lieu is co_so_lieu %} … {% endif %}.",
    "MAU36": "Sau chữ in của lệnh for phải là một danh sách. Sai: {% for x in ho_ngheo %}. Đúng: {% for xa in cac_xa %}, với cac_xa "
    "khai ở mục bang của báo cáo.",
    "MAU37": "Mẫu lồng quá nhiều lệnh vào nhau hoặc có quá nhiều thẻ, khó đọc và có thể làm treo máy. "
    "Hãy tách thành các đoạn hoặc bảng riêng; vòng for lồng nhiều nhất ba lớp.",
    "MAU38": "Vòng lặp chạy quá nhiều lần hoặc văn bản dài quá mức, thường do hai vòng for lồng nhau cùng chạy qua một bảng lớn. "
    "Hãy bỏ bớt một vòng for.",
    "MAU39": "Hai vế của phép so sánh không so được: số với chữ, số liệu để trống, hoặc hai số liệu khác đơn vị tính. "
    "Sai: {% if kinh_phi > ho_ngheo %} (triệu đồng với hộ). Đúng: {% if ho_ngheo > ho_ngheo_nam_truoc %}, {% if ho_ngheo > 0 %}.",
    "MAU40": "Bộ lọc không dùng được với giá trị này. Sai: {{ ten_co_quan|bang_chu }} (không phải số). "
    "Đúng: {{ ho_ngheo|bang_chu }}.",
    "MAU41": "Tên đặt sau chữ for trùng với một tên đã có, nên trong vòng lặp sẽ in nhầm giá trị. "
    "Sai: {% for ho_ngheo in cac_xa %} khi ho_ngheo là một chỉ tiêu. Đúng: {% for dong in cac_xa %}.",
    "MAU42": "Số gõ trong thẻ đọc được hai cách hoặc dùng dấu phẩy. Sai: {% if so_ho > 1.000 %}, {% if ty_le > 4,5 %}. "
    "Đúng: {% if so_ho > 1000 %}, {% if ty_le > 4.5 %}.",
    "MAU43": "Tên bắt đầu bằng dấu gạch dưới là tên riêng của chương trình, mẫu không được dùng. "
    "Sai: {{ ho_ngheo.__class__ }}. Đúng: {{ ho_ngheo }}.",
    "MAU44": "Một giá trị trong tệp dữ liệu hoặc bảng tính có ký tự điều khiển mà trang in không chứa được. "
    "Hãy tìm những chữ được nêu trong tệp dữ liệu, xóa và gõ lại.",
    "MAU45": "Trong thẻ chỉ viết tên; con số hay câu chữ gõ thẳng trong thẻ sẽ không theo số liệu. "
    "Sai: {{ 15 }}, {{ 'giảm 5%' if a > b else 'tăng' }}. Đúng: {{ ho_thoat_ngheo }}, {{ 'giảm' if a > b else 'tăng' }}.",
    "MAU50": "Một thẻ trong tệp Word mở ra mà không đóng trong cùng một đoạn. Sai: «{{ so_ky» xuống dòng «_hieu }}». "
    "Đúng: «{{ so_ky_hieu }}» liền trong một đoạn; chữ có thể đậm nhạt khác nhau, không sao.",
    "MAU51": "Khung phải có đúng một đoạn chỉ gồm {{p noi_dung }}, là chỗ đặt lời văn. Sai: không có, có hai, hoặc đặt ở đầu trang. "
    "Đúng: một đoạn riêng trong thân văn bản.",
    "MAU52": "Lệnh đặt sai chỗ trong tệp Word, in ra sẽ hỏng tệp. Sai: {%p if … %} ở ô này, {%p endif %} ở ô khác. Đúng: mỗi lệnh "
    "{%p … %} một đoạn riêng, lệnh mở và lệnh đóng trong cùng một ô; lặp cả dòng bảng thì dùng {%tr for … %} và {%tr endfor %}.",
    "MAU53": "Khung thiếu một kiểu trình bày (Style) mà nội dung cần đến. Kiểu được tìm theo tên, đúng từng chữ có dấu. "
    "Hãy tạo kiểu đó trong Word, hoặc tạo lại khung từ thể thức.",
    "MAU54": 'Nội dung có mục sâu hơn số cấp đã khai cách đánh số. Sai: ### Về nhà ở khi danh_so_muc: ["1.", "1.1."]. '
    'Đúng: danh_so_muc: ["1.", "1.1.", "a)"].',
    "MAU55": "Không hiểu mẫu số mục trong danh_so_muc. Mẫu là một số mục viết thử: I. (La Mã), 1. (số), 1.1. (ghép số cấp trên), "
    'a) (chữ cái), Điều 1. Sai: "một". Đúng: ["I.", "1.", "a)"].',
    "MAU56": "Khi đánh số tự động, các cấp dùng chữ cái a, b, c, d, đ vẫn được gõ bằng chữ, vì Word đếm a, b, c, d, e và không có "
    "chữ đ. Số mục in ra vẫn đúng; nếu sửa tay trong Word thì nhớ sửa cả các chữ này.",
    "MAU57": "Thẻ chèn cả một tài liệu hay một khối khác ({{p … }}, {{tr … }}, {%r … %}) không dùng được trong mẫu này. "
    "Trong khung chỉ có {{p noi_dung }}. Đúng: {{ ten_so_lieu }} cho số liệu, {%p if … %} cho cả đoạn.",
    "MAU58": "Bảng gõ trong lời văn có quá nhiều cột: dù đã thu cỡ chữ đến 10 và lề ô hẹp nhất, vẫn có chữ hay con số bị ngắt giữa chừng. "
    "Sai: bảng 14 cột số tiền trên trang dọc. Đúng: khai bảng ở mục bang của loai.yml với «huong: ngang», hoặc bớt cột, đổi đơn vị tính cho số ngắn lại.",
    "MAU60": "Số gõ thẳng vào lời văn: kỳ sau sẽ là số cũ mà không ai biết. Sai: hỗ trợ 276 hộ. Đúng: hỗ trợ {{ nha_xay_moi }}. "
    "Ngày tháng, năm, số văn bản, điều khoản, «giai đoạn 2» thì được gõ; tên riêng có số thì khai ở chu_so_duoc_go.",
    "MAU61": "Số mục gõ tay sẽ sai khi thêm bớt mục. Sai: 1. Kết quả thực hiện. Đúng: # Kết quả thực hiện (số tự chạy theo "
    "danh_so_muc); đoạn có số mà không có tên mục thì viết #. ở đầu.",
}
