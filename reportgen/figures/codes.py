"""What the codes SL01–SL45 (figures and their relations) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "SL01": "Tên dùng ở đây không phải mã của một chỉ tiêu đã khai, thường do gõ sai. Sai: ho_ngeo: 26.140."
    " Đúng: ho_ngheo: 26.140, và ho_ngheo có ở mục chi_tieu.",
    "SL02": "Chỉ tiêu bắt buộc chưa có số liệu; chương trình không tự để trống hay ghi 0. Sai: ho_ngheo: (để trống)."
    " Đúng: ho_ngheo: 26.140; hoặc khai «bat_buoc: không» nếu được phép thiếu.",
    "SL03": "Một chỉ tiêu có số liệu ở hai nơi: gõ trong tệp và ghi trong bảng tính. Sai: giữ cả hai, sau này một nơi sửa một nơi"
    " quên. Đúng: xóa một nơi.",
    "SL04": "Không đọc được con số, hoặc đọc được hai cách. Dấu chấm là ngăn hàng nghìn, dấu phẩy là phần lẻ."
    " Sai: 16.560 ở chỉ tiêu có phần lẻ (16560 hay 16,56?). Đúng: 16560 hoặc 16.560,0.",
    "SL05": "Con số có nhiều chữ số lẻ hơn chỉ tiêu in, in ra sẽ mất chữ số mà không ai biết. Sai: 6,925 khi so_le: 2."
    ' Đúng: 6,93; hoặc so_le: 3; hoặc {gia_tri: "6,925", cho_lam_tron: có}; hoặc 6925 nếu dấu phẩy ấy ngăn hàng nghìn.',
    "SL06": "Con số lớn bất thường (từ một tỷ tỷ trở lên). Sai: gõ thừa số 0, hay ghi đồng vào chỗ triệu đồng."
    " Đúng: xem lại con số và don_vi_tinh.",
    "SL07": "Chỉ tiêu có công thức thì được tính, không gõ số liệu. Sai: ty_le: 6,92 khi có cong_thuc."
    ' Đúng: bỏ dòng đó; để đối chiếu số của văn bản gốc, ghi {in_tren_van_ban: "6,92"}.',
    "SL08": "Giá trị của chỉ tiêu viết chưa đúng dạng. Sai: {gia_tri: 5, nguon: so-lieu.xlsx!Xã!C7} (hai cách cùng lúc)."
    ' Đúng: một trong gia_tri, nguon; bên cạnh có thể thêm in_tren_van_ban: {gia_tri: "975,6", in_tren_van_ban: gần 976}.',
    "SL09": "Đơn vị của giá trị không khớp đơn vị của chỉ tiêu. Sai: ô phần trăm cho chỉ tiêu đơn vị «hộ», hoặc ô 0,07 không định"
    " dạng phần trăm cho chỉ tiêu «%». Đúng: ô định dạng phần trăm hiện 7% cho chỉ tiêu «%».",
    "SL10": "Công thức hoặc biểu thức viết sai. Chỉ dùng mã chỉ tiêu, số, + - * / ( ), các dấu so sánh và các hàm tong, lam_tron,"
    " nho_nhat, lon_nhat, tri_tuyet_doi. Sai: ho_ngheo x 100%. Đúng: ho_ngheo / tong_so_ho * 100.",
    "SL11": "Phép chia cho 0, cho số có thể bằng 0 sau khi làm tròn, hoặc tỷ lệ tăng giảm so với số âm."
    " Sai: ho_ngheo / tong_so_ho khi tong_so_ho là 0; tang_giam tính % từ 0. Đúng: kiểm tra lại số ở mẫu số; tăng từ 0 thì ghi"
    " số tăng thêm.",
    "SL12": "Công thức gộp các đơn vị khác nhau, hoặc cho ra số không đúng đơn vị đã khai. Công thức tính trên con số, không tự đổi"
    " đơn vị. Sai: ty_le đơn vị % với cong_thuc: a / b. Đúng: a / b * 100.",
    "SL13": "Các công thức cần nhau vòng tròn nên không tính được. Sai: a: b + 1 và b: a - 1. Đúng: một trong hai phải gõ số liệu.",
    "SL14": "Không tính được chỉ tiêu vì một chỉ tiêu trong công thức được để trống. Sai: tổng bắt buộc, số hạng để trống."
    " Đúng: gõ số hạng (0 cũng là số liệu), hoặc khai «bat_buoc: không» cho tổng.",
    "SL20": "Chỗ này phải là mã chỉ tiêu hoặc danh sách mã chỉ tiêu. Sai: hieu: dau_ky. Đúng: hieu: [dau_ky, cuoi_ky].",
    "SL21": "Mỗi quan hệ có đúng một dạng và những dòng đi với dạng ấy: tong (bang hoặc khong_qua), tich, hieu, ty_le (bang),"
    " trong_do (tong_so, du), phan_tram_ke_hoach, tang_giam (bang, viet_la), bang_nhau, bieu_thuc, ty_le_khop."
    " Sai: tong: [a, b] mà không có bang. Đúng: tong: [a, b] và bang: c.",
    "SL22": "Các chỉ tiêu trong quan hệ có đơn vị không đi với nhau. Sai: cộng «hộ» với «triệu đồng»."
    " Đúng: cộng các số cùng loại; triệu đồng và tỷ đồng được tự đổi.",
    "SL30": "Sai số học: con số ghi không bằng kết quả tính từ các số khác, và làm tròn không giải thích được."
    " Sai: 458 nhà × 60 triệu đồng/nhà = 27.420,0 triệu đồng. Đúng: 27.480,0 triệu đồng.",
    "SL31": "Chữ số cuối không theo quy tắc làm tròn. Thường lệ từ 5 trở lên phải thêm 1 vào chữ số trước; văn bản khai"
    " «quy_tac_lam_tron: cat_bot» thì chữ số thừa bị bỏ. Sai: 2 / 3 = 66,6%. Đúng: 66,7%; khi đã khai cắt bớt thì 66,6%.",
    "SL32": "Chênh lệch nhỏ do các số hạng đã làm tròn từ trước; không phải lỗi, chỉ để biết. Ví dụ: 33,3% + 33,3% + 33,3% = 99,9%"
    " trong khi ghi 100,0%. Cách khớp tuyệt đối là tính từ số liệu chưa làm tròn.",
    "SL33": "Chữ «gần», «trên», «hơn», «khoảng» không hợp với giá trị tính được. Sai: gần 976 triệu đồng khi tính ra 976,3."
    " Đúng: trên 976 triệu đồng.",
    "SL34": "Tổng các phần vượt quá con số được khai là giới hạn (khong_qua, hoặc tong_so với du: không)."
    " Sai: tặng 31.130 suất cho người nghèo trong tổng số 30.000 suất. Đúng: xem lại số của từng phần và số tổng.",
    "SL35": "Lời văn nói ngược với con số: viết giảm mà số tăng, viết vượt kế hoạch mà chưa đạt, hoặc đúng độ lớn nhưng sai dấu."
    " Sai: viet_la: giam khi kỳ này 120, kỳ trước 100; số giảm ghi -20. Đúng: viet_la: tang; độ lớn ghi 20.",
    "SL36": "Hiệu của hai tỷ lệ phần trăm là điểm phần trăm, không phải %: từ 6,92% xuống 4,53% là giảm 2,39 điểm phần trăm, còn"
    " giảm 2,39% thì chỉ xuống 6,75%. Sai: muc_giam đơn vị «%» ghi 2,39. Đúng: don_vi_tinh: điểm phần trăm.",
    "SL38": "Có ghi lý do chấp nhận chỗ lệch, nhưng số liệu bây giờ đã khớp, hoặc không quan hệ nào nhắc đến số ấy. Lý do cũ để"
    " lại có thể che một lỗi sau này. Sai: giữ dòng chap_nhan. Đúng: xóa dòng chap_nhan.",
    "SL39": "Quan hệ chưa kiểm tra được vì một chỉ tiêu được để trống. Không phải lỗi; gõ số liệu thì quan hệ sẽ được kiểm tra."
    " Ví dụ: tổng cần ba số mà một số chưa có.",
    "SL41": "Số đếm (hộ, người, hồ sơ, ha), hoặc tỷ lệ của một phần, mà âm; thường do thừa dấu trừ. Chỉ tiêu có chữ tăng, giảm, chênh"
    " lệch, so với, thừa, thiếu thì được âm. Sai: ho_ngheo: -26. Đúng: ho_ngheo: 26; hoặc khai «thap_nhat: -100» cho chỉ tiêu.",
    "SL42": "Tỷ lệ của một phần mà quá 100%, thường do sai dấu phẩy hay đổi chỗ phần với tổng. Phần trăm kế hoạch, tốc độ, số so với kỳ"
    " khác thì được quá 100. Sai: ty_le_ngheo: 692. Đúng: ty_le_ngheo: 6,92; hoặc khai «cao_nhat: 200» cho chỉ tiêu.",
    "SL43": "Con số nằm ngoài mức thap_nhat, cao_nhat đã khai cho chỉ tiêu. Sai: so_xa: 90 khi khai cao_nhat: 9."
    " Đúng: so_xa: 9; hoặc nới mức đã khai.",
    "SL44": "Công thức tính ra số lẻ mà chỉ tiêu không khai so_le, nên trang in số tròn; «reportgen explain» cho xem số trước khi làm"
    " tròn. Sai: bình quân 163 / 3 in 54 mà không ai định như vậy. Đúng: khai «so_le: 0» (in 54) hoặc «so_le: 1» (in 54,3).",
    "SL45": "Đơn vị tính viết không dấu: trang in ra như vậy, và máy không biết đó là tiền để đổi triệu đồng với tỷ đồng."
    " Sai: don_vi_tinh: trieu dong. Đúng: don_vi_tinh: triệu đồng.",
}
