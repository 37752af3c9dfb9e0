"""What the codes TH01–TH41 (forms and rolling up) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "TH01": "Danh sách đơn vị khai chưa khớp: hai đơn vị trùng tên, hoặc đơn vị kế tiếp không có trong danh sách."
    " Sai: ke_tiep: thanh_an khi không khai thanh_an. Đúng: khai thanh_an ở mục don_vi, mỗi tên chỉ của một đơn vị.",
    "TH02": "Phải chỉ rõ bảng và loại văn bản khai bảng đó; bảng cần một cột chữ ghi tên đơn vị."
    " Sai: reportgen form chi_tieu. Đúng: reportgen form chi_tieu_xa/ke-hoach-giam-ngheo-huyen.",
    "TH03": "Không rõ danh sách đơn vị hay đơn vị nào. Danh sách là tệp trong data/don-vi/; có nhiều tệp thì phải ghi --don-vi."
    " Sai: --don-vi camlo. Đúng: --don-vi cam-lo.",
    "TH04": "Chưa ghi kỳ báo cáo, hoặc kỳ hay hạn gửi ghi không đúng dạng. Sai: --ky 2019. Đúng: --ky \"năm 2019\", --ky \"tháng 2/2020\".",
    "TH05": "Thư mục hay tệp ghi trong lệnh không dùng được: không có, không được phép đọc, quá nhiều tệp, hoặc sai đuôi."
    " Sai: --out bang.docx. Đúng: --out bang.xlsx.",
    "TH06": "Tệp gửi về không phải bảng tính đọc được: tệp trống, tệp Word, PDF, tệp nén, trang web đổi tên."
    " Sai: bieu.pdf. Đúng: tệp Excel kiểu «Excel Workbook (*.xlsx)».",
    "TH07": "Biểu gửi về là biểu của bảng khác, theo dấu ghi trong biểu mẫu. Sai: biểu hộ cận nghèo nằm trong thư mục biểu hộ nghèo."
    " Đúng: mỗi bảng một thư mục.",
    "TH08": "Trong tệp có hai trang tính cùng có bảng này với số liệu nên không rõ lấy trang nào. Nếu từng trang ghi rõ kỳ"
    " thì trang của kỳ đang tổng hợp được lấy và nêu ra. Sai: «Biểu» và «Biểu (2)» đều có số. Đúng: chỉ để lại một trang.",
    "TH09": "Tên đơn vị không có trong danh sách, hoặc dòng có số mà không có tên đơn vị. Chương trình không tự chọn đơn vị gần giống."
    " Sai: Cam Tuyến Hạ khi danh sách chỉ có Cam Tuyền. Đúng: sửa tên trong biểu, hoặc khai thêm ten_khac.",
    "TH10": "Biểu cấp cho đơn vị này mà trong biểu lại ghi đơn vị khác, thường do chép biểu của nhau."
    " Sai: biểu của xã Cam Hiếu ghi tên xã Cam An. Đúng: mỗi đơn vị dùng biểu của mình.",
    "TH11": "Kỳ báo cáo ghi trong biểu khác kỳ đang tổng hợp. Biểu chỉ nói đến một kỳ khác loại (6 tháng khi tổng hợp cả năm) thì số"
    " vẫn được lấy và nêu ra để xem lại. Sai: biểu năm 2018 khi tổng hợp năm 2019. Đúng: biểu đúng kỳ.",
    "TH12": "Ô bắt buộc có số mà để trống hoặc ghi dấu chấm; bảng không có dòng số liệu nào. Chương trình không tự coi là 0."
    " Sai: (để trống). Đúng: 0.",
    "TH13": "Số nhỏ hơn mức thấp nhất hoặc lớn hơn mức cao nhất của cột. Cột nhập mặc định không nhận số âm, vì Excel hay đổi (7) thành -7."
    " Sai: -7 ở cột số hộ. Đúng: 7; cột được âm thì khai thap_nhat.",
    "TH14": "Dòng tổng đơn vị gõ khác tổng các dòng ở trên, nên có một số sai mà chỉ đơn vị biết."
    " Sai: tổng ghi 610, các dòng cộng lại 609. Đúng: hai số bằng nhau.",
    "TH15": "Một đơn vị có nhiều biểu với số khác nhau. Sai: cam-an.xlsx và cam-an (sửa).xlsx cùng trong thư mục."
    " Đúng: chỉ để lại biểu đúng.",
    "TH16": "Đơn vị không có trong kỳ này: đã nhập vào đơn vị khác, hoặc chưa thành lập. Sai: biểu của xã Cam An trong năm 2020."
    " Đúng: biểu của xã Thanh An; đủ biểu của mọi xã cũ thì chương trình cộng lại và ghi rõ.",
    "TH17": "Ô chỉ được chọn trong danh sách mà ghi chữ khác. Sai: Đang làm. Đúng: một trong các chữ khai ở lua_chon.",
    "TH18": "Tệp kỳ trước không có bảng với các tiêu đề của kỳ trước. Sai: --ky-truoc so-lieu-khac.xlsx."
    " Đúng: tệp tổng hợp của kỳ trước.",
    "TH19": "Ô tính ghi dấu - (không phát sinh) trong khi các số khác của dòng tính ra một số. Sai: tỷ lệ ghi - khi có 140 hộ nghèo"
    " trên 1.411 hộ. Đúng: để ô tự tính, hoặc sửa các số kia.",
    "TH20": "Đơn vị phải gửi mà trong thư mục không có biểu nào. Bảng tổng hợp vẫn có dòng của đơn vị, để trống, và không có dòng tổng."
    " Sai: thiếu biểu xã Cam An. Đúng: đủ biểu của mọi đơn vị trong data/don-vi/.",
    "TH21": "Số lệch nhiều so với kỳ trước. Số vẫn được lấy; nên hỏi lại đơn vị. Sai: kỳ trước 79, kỳ này 790 do gõ thừa số 0."
    " Đúng: số thật; đổi mức nêu ra bằng --nguong.",
    "TH22": "Số gấp hoặc kém hàng nghìn lần so với kỳ trước hay với các đơn vị khác, thường do ghi đồng thay cho triệu đồng."
    " Sai: 976000000 ở cột triệu đồng. Đúng: 976.",
    "TH23": "Trong biểu không có tên đơn vị nên tên được lấy theo tên tệp. Sai: biểu không tên. Đúng: ghi tên đơn vị trong biểu.",
    "TH24": "Biểu gửi về làm theo khai báo cũ của bảng. Số vẫn được đọc theo tiêu đề cột. Sai: dùng lại biểu mẫu năm ngoái."
    " Đúng: gửi biểu mẫu mới cho đơn vị.",
    "TH25": "Có tệp khóa (~$ của Excel, .~lock của LibreOffice), nghĩa là ai đó đang mở biểu; số có thể chưa được lưu. Sai: tổng hợp lúc biểu đang mở."
    " Đúng: đóng tệp rồi tổng hợp lại.",
    "TH26": "Một đơn vị có nhiều biểu giống hệt nhau; chương trình lấy một. Sai: gửi hai lần. Đúng: mỗi đơn vị một tệp.",
    "TH27": "Tên đơn vị gõ không dấu, mà có đơn vị khác chỉ khác ở dấu. Số vẫn được lấy cho đơn vị trùng chữ. Sai: CAM THANH khi huyện có cả"
    " Cam Thanh và Cam Thành. Đúng: gõ đủ dấu, hoặc dùng biểu mẫu cấp cho từng đơn vị.",
    "TH28": "Đơn vị tính ghi trong biểu khác đơn vị tính của bảng nên mọi số của cột có thể lệch hàng nghìn lần."
    " Sai: «Đơn vị tính: nghìn đồng» khi cột khai triệu đồng. Đúng: số và chữ đều theo triệu đồng.",
    "TH29": "Dòng số thứ tự cột không đi với tiêu đề: hai tiêu đề bị đổi chỗ, hoặc cột được chuyển chỗ rồi đánh số lại. Số vẫn được lấy theo"
    " tiêu đề. Sai: «Hộ giảm» ở cột (5), «Hộ còn lại» ở cột (4) khi biểu khai ngược lại. Đúng: như biểu mẫu.",
    "TH30": "Trong biểu không ghi kỳ báo cáo ở đâu cả nên không biết có phải biểu cũ không. Số vẫn được lấy. Sai: biểu không có dòng kỳ."
    " Đúng: «Kỳ báo cáo: năm 2019».",
    "TH31": "Mọi số nhập của đơn vị giống hệt kỳ trước, hoặc giống hệt một đơn vị khác: có thể gửi nhầm biểu cũ, hoặc chép của nhau."
    " Số vẫn được lấy; nên hỏi lại. Sai: biểu năm 2019 còn nguyên số năm 2018. Đúng: số của kỳ này.",
    "TH32": "Tỷ lệ lạc hẳn với các đơn vị khác: trên 100% và hơn gấp đôi phần lớn các đơn vị, hoặc đúng 1% khi phần lớn từ 10% trở lên."
    " Thường do hai cột đổi chỗ, thiếu dấu phẩy, hay ghi phân số. Sai: 855 thay cho 85,5. Đúng: 85,5.",
    "TH33": "Người xem thấy một số, trong ô lại là số khác, do định dạng của ô: chia cho nghìn, thêm chữ số, hoặc che hết. Số không được"
    " lấy vì chỉ đơn vị biết số nào đúng. Sai: ô hiện 976 mà chứa 976000; ô nhìn trống mà chứa 120. Đúng: định dạng Number.",
    "TH34": "Chữ số hoặc tên đơn vị bị gạch ngang, hoặc ô có chữ số viết nâng lên như số chú thích, nên không rõ số nào còn dùng."
    " Sai: 120 gạch ngang rồi ghi 130 cùng một ô. Đúng: ô chỉ có 130.",
    "TH35": "Con số trùng với số thứ tự của một ngày trong Excel và lớn hơn hẳn các số thường gặp. Số vẫn được lấy; nên hỏi lại đơn vị."
    " Sai: gõ 3/4, Excel đổi thành ngày 03/4/2019, đổi tiếp sang kiểu số thành 43558. Đúng: con số thật.",
    "TH36": "Ô lấy số từ tệp khác qua liên kết. Tệp kia không đi cùng nên số có thể là của lần mở trước. Số vẫn được lấy; nên hỏi lại."
    " Sai: ='[so-lieu.xlsx]Xã'!B4. Đúng: số dán vào ô (Paste Values).",
    "TH37": "Một ô được gộp cho nhiều dòng của các đơn vị khác nhau, hoặc cho hai cột, nên không rõ số là của đơn vị nào, cột nào."
    " Sai: gộp ô hộ nghèo của hai xã, ghi 250. Đúng: mỗi xã một ô, ghi số riêng.",
    "TH38": "Người gửi có ghi chú ở ô số liệu hoặc bên phải bảng. Chương trình không hiểu lời ghi chú, số vẫn được lấy; nên đọc lời ấy."
    " Sai: ô ghi 120 kèm chú thích «số tạm tính». Đúng: số chính thức, không cần chú thích.",
    "TH39": "Tệp làm máy hết bộ nhớ nên việc đọc tệp ấy bị dừng; các tệp khác vẫn được đọc. Sai: biểu một dòng mà tệp chứa hàng triệu ô"
    " chép từ nơi khác. Đúng: tệp chỉ có biểu cần gửi, chừng 10 đến 100 KB.",
    "TH40": "Bảng tổng hợp và tệp đối chiếu chỉ đúng khi đi cùng nhau, nên một tệp không ghi được thì tệp kia cũng không được ghi; nếu lỗi"
    " xảy ra giữa hai lần ghi (ổ đĩa đầy) thì nói rõ tệp nào mới, tệp nào cũ. Sai: dùng bảng mới với tệp đối chiếu của lần trước."
    " Đúng: sửa lỗi rồi tổng hợp lại để có cả hai.",
    "TH41": "Cột tính được chương trình tính từ các cột đã làm tròn nên lệch chữ số cuối với quan hệ kiểm tra của bảng. Đơn vị không ghi"
    " sai gì và không phải hỏi đơn vị. Sai: công thức «3 - 9» cho 4,13 khi số hộ chia dân số cho 4,12. Đúng: khai công thức từ số chưa làm"
    " tròn, hoặc ghi lý do ở «chap_nhan» của bảng khi dựng báo cáo.",
}
