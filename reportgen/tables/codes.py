"""What the codes BG01–BG29 (data tables) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "BG01": "Báo cáo phải cho biết số liệu của từng bảng mà loại văn bản đã khai, ở đúng một nơi. Sai: loai.yml có bảng chi_tieu_xa, báo cáo không"
    ' nhắc tới. Đúng: bang: chi_tieu_xa: {nguon: "xa.xlsx!Chỉ tiêu"}, hoặc gõ các dòng ở «dong».',
    "BG02": "Khai báo bảng có chỗ không dùng được: cột nhóm không có, hai cột cùng ký hiệu, cột số thứ tự có công thức …"
    ' Sai: hai cột cùng ky_hieu_cot: "3". Đúng: mỗi cột một ký hiệu khác nhau.',
    "BG03": "Công thức của cột gọi một cột không có. Viết bằng ký hiệu cột (2 - 8) hoặc bằng mã cột (ho_ngheo - ho_giam), không"
    " trộn hai cách. Sai: 2 - 18 khi bảng chỉ đến cột 11. Đúng: 2 - 8.",
    "BG04": "Cột tỷ lệ, cột bình quân không cộng dọc được nên dòng tổng phải biết tính thế nào. Sai: cột «Tỷ lệ (%)» không có công"
    ' thức. Đúng: cong_thuc: "2 / 1 * 100", hoặc cach_tong: nhap (lấy số ghi ở dòng tổng), hoặc cach_tong: bo_trong.',
    "BG05": "Tên trong [[ … ]] không phải bảng đã khai, hoặc dòng ấy đặt sai chỗ. Sai: [[chi_tieu]] khi bảng tên chi_tieu_xa; phụ lục"
    " hoặc bảng ngang đặt trong lệnh if, for. Đúng: [[chi_tieu_xa]] một mình trên một dòng, ngoài các lệnh.",
    "BG06": "Bảng đã khai nhưng lời văn không đặt ở đâu nên không được in. Sai: khai bảng chi_tieu_xa mà noi-dung.md không có dòng nào"
    " [[chi_tieu_xa]]. Đúng: thêm dòng ấy vào chỗ cần in. Riêng phụ lục luôn được in sau phần ký, không cần dòng này.",
    "BG07": "Các dòng của bảng gõ chưa đúng dạng. Mỗi dòng là một nhóm «mã cột: giá trị», hoặc một danh sách giá trị theo thứ tự cột."
    ' Sai: - [CAM TUYỀN, 9,92] (thành ba ô). Đúng: - [CAM TUYỀN, "9,92"].',
    "BG10": "Không đọc được con số trong ô của bảng, hoặc đọc được hai cách. Sai: chữ «1.411» ở cột có phần lẻ (1411 hay 1,411?)."
    " Đúng: 1411, hoặc 1.411,0; không có số thì ghi dấu -.",
    "BG11": "Ô để trống ở cột bắt buộc có số; chương trình không tự coi là 0. Sai: (để trống). Đúng: 0, hoặc dấu - nếu không phát"
    " sinh, hoặc khai «bat_buoc: không» cho cột.",
    "BG12": "Ô và cột không cùng kiểu tỷ lệ: ô định dạng phần trăm ở cột không phải %, hoặc cả cột % mà số nào cũng nhỏ hơn 1 và không"
    ' định dạng phần trăm. Sai: ô hiện 9,92% ở cột «hộ». Đúng: khai don_vi_tinh: "%", hoặc sửa định dạng của ô.',
    "BG13": "Ô gõ nhiều chữ số lẻ hơn cột khai, in ra sẽ mất chữ số mà không ai biết. Sai: 9,922 khi so_le: 2."
    " Đúng: 9,92; hoặc so_le: 3; hoặc đặt định dạng số hai chữ số lẻ cho ô.",
    "BG14": "Bảng có dòng trông như dòng tổng hay tên nhóm mà chưa khai, nên sẽ bị tính như một dòng số liệu."
    " Sai: dòng «TỔNG CỘNG» khi không khai dong_tong. Đúng: dong_tong: {tieu_de: TỔNG CỘNG}; tên nhóm thì khai nhom_dong.",
    "BG15": "Dòng tổng có hơn một lần, hoặc đã khai mà thiếu số phải nhập. Sai: hai dòng «Tổng cộng», hoặc cach_tong: nhap mà ô ở dòng"
    " tổng để trống. Đúng: một dòng tổng, đủ số ở các cột «nhap».",
    "BG16": "Bảng không có dòng nào để in. Sai: bảng tính chỉ có tiêu đề và dòng tổng. Đúng: ít nhất một dòng số liệu.",
    "BG17": "Không tính được ô theo công thức của cột vì chia cho 0, hoặc vì thiếu số ở cột khác. Sai: tỷ lệ khi dân số bằng 0."
    " Đúng: sửa số ở mẫu số; nếu không có tỷ lệ thì ghi dấu - vào ô.",
    "BG18": "Công thức ở dòng ký hiệu của bảng tính khác công thức đã khai, nên số có thể được tính theo cách khác."
    " Sai: bảng tính ghi 10=2-7, khai cong_thuc: 2 - 8. Đúng: sửa một trong hai nơi cho giống nhau.",
    "BG19": "Số ghi ở ô mà khai báo cho là bỏ trống sẽ không được in. Sai: cach_tong: bo_trong mà dòng tổng của bảng tính có số."
    " Đúng: xóa số ấy, hoặc đổi cach_tong thành nhap hay cong.",
    "BG20": "Bảng rộng hơn trang giấy dù đã dùng cỡ chữ nhỏ nhất cho bảng. Sai: 20 cột trên giấy đặt dọc. Đúng: khai «huong: ngang»,"
    " hoặc rút ngắn tiêu đề cột, bớt cột.",
    "BG21": "Chỗ lấy số liệu từ bảng viết chưa đúng, hoặc bảng không có dòng, cột ấy. Sai: bang.chi_tieu_xa.ho_ngheo."
    " Đúng: bang.chi_tieu_xa.tong.ho_ngheo (dòng tổng), bang.chi_tieu_xa.cam_an.ho_ngheo, bang.chi_tieu_xa.dong_4.ho_ngheo.",
    "BG22": "Tên trong «chap_nhan» của bảng không chỉ tới ô hay cột nào. Sai: K99 khi bảng đến dòng 15. Đúng: K15 (ô của bảng tính),"
    " ty_le (cả cột), ty_le.tong (dòng tổng), ty_le.cam_an hoặc ty_le.dong_4 (một dòng).",
    "BG23": "Lời văn và bảng nói hai số khác nhau về cùng một chỉ tiêu. Sai: lời văn 609 hộ, dòng tổng của bảng 608 hộ."
    " Đúng: bỏ số gõ ở so_lieu để lấy thẳng từ bảng, hoặc ghi lý do ở «chap_nhan» của số liệu.",
}
