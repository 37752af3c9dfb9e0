"""What the codes of ``batch`` (LO) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "LO01": "Dựng hàng loạt cần một loại văn bản có thật và một tệp ghi những điều mọi văn bản dùng chung: cơ quan, kỳ, ngày, người ký. "
    "Sai: reportgen batch bao-cao-xa khi chưa có data/hang-loat/bao-cao-xa.yml. Đúng: tạo tệp ấy với loai, co_quan, ky_bao_cao, ngay_ban_hanh.",
    "LO02": "Tệp chung thuộc một loại văn bản khác loại nêu trên dòng lệnh, nên số liệu sẽ vào nhầm mẫu. "
    "Sai: reportgen batch thong-bao --chung bao-cao-xa. Đúng: reportgen batch bao-cao-xa.",
    "LO03": "Không có bảng tính để lấy các dòng: --data phải là một tệp .xlsx, .xls, .ods, .csv hoặc thư mục chứa các tệp ấy. "
    "Sai: --data xa. Đúng: --data data/bao-cao-xa/xa.xlsx.",
    "LO05": "Điều kiện chọn dòng không hiểu được. Điều kiện so sánh các cột số, hoặc một cột chữ với một đoạn chữ. "
    'Sai: --where "hộ nghèo nhiều". Đúng: --where "ho_ngheo > 50", --where "ten_huyen = Cam Lộ".',
    "LO06": "Loại lấy số của kỳ khác (so_sanh: ky_truoc, cung_ky …) mà bảng tính không có cột cho các số ấy, hoặc tệp chung dùng so_lieu_tu. "
    "Sai: chỉ tiêu «Hộ nghèo» có so_sanh: [ky_truoc] mà bảng chỉ có cột «Hộ nghèo». Đúng: thêm cột «Hộ nghèo kỳ trước».",
    "LO10": "Không thấy dòng tiêu đề: không dòng nào trong 30 dòng đầu có tên gọi hay mã của chỉ tiêu, chữ riêng. "
    "Sai: các cột mang tên A, B, C. Đúng: tiêu đề «Hộ nghèo» như ten_goi ở loai.yml, hoặc mục cot ở tệp chung chỉ ra tiêu đề.",
    "LO11": "Một tiêu đề có ở nhiều cột, hoặc hai mã cùng chỉ một cột, nên không biết lấy số nào. "
    "Sai: hai cột «Hộ nghèo». Đúng: ở tệp chung ghi cot: {ho_ngheo: \"Đầu năm > Hộ nghèo\"}.",
    "LO12": "Một cột (hoặc dòng của bảng xếp dọc) không được lấy: tiêu đề gõ hơi khác tên gọi, không có tiêu đề mà có số, hoặc là số "
    "chương trình tự tính. Sai: «Hộ nghéo» cho chỉ tiêu «Hộ nghèo». Đúng: sửa tiêu đề; cột biết là thừa thì ghi ở bo_qua_cot.",
    "LO13": "Thiếu cột cho một số liệu bắt buộc, hoặc mục cot nêu mã không có. Thiếu thì không văn bản nào dựng được, nên báo trước khi dựng. "
    "Sai: bảng không có cột «Dân số». Đúng: thêm cột, hoặc ghi số ấy một lần ở so_lieu của tệp chung nếu mọi văn bản như nhau.",
    "LO14": "Một dòng không phải đơn vị nên không dựng văn bản (dòng tổng, dòng chữ dưới bảng), hoặc bảng có dòng trống ở giữa. "
    "Sai: để dòng trống giữa hai xã. Đúng: các dòng liền nhau, ghi chú để dưới cùng.",
    "LO15": "Khi --data là một thư mục, mỗi bảng tính là của một đơn vị và phải có đúng một dòng số liệu. "
    "Sai: một tệp có chín xã đặt trong thư mục. Đúng: --data chỉ thẳng vào tệp ấy.",
    "LO16": "Không dòng nào của bảng tính được dựng thành văn bản: bảng chưa có dòng số liệu nào, hoặc không dòng nào hợp điều kiện "
    "--where. Sai: đưa nhầm biểu trống. Đúng: điền số liệu, xem lại trang tính và điều kiện.",
    "LO20": "Mẫu tên tệp nêu tên lạ, hoặc không nêu tên nào nên mọi văn bản trùng tên. Sai: --ten bao-cao. "
    'Đúng: --ten "bao-cao-{ten_xa}".',
    "LO21": "Hai dòng cho cùng một tên tệp, hoặc dòng không có chữ để đặt tên. Tên tệp chỉ giữ chữ không dấu, nên «Cam An» và «Cẩm An» trùng "
    'nhau. Sai: hai xã Tân Lập của hai huyện với --ten "{ten_xa}". Đúng: --ten "{ten_huyen}-{ten_xa}".',
    "LO22": "Ô không có số nên không biết dòng có hợp điều kiện --where hay không; dòng ấy được báo chứ không bị bỏ đi. "
    "Sai: ô «Hộ nghèo» để trống khi lọc ho_ngheo > 50. Đúng: điền số 0 nếu không có hộ nào.",
    "LO23": "Ô chữ của một dòng có thứ không phải chữ (lỗi công thức, phần trăm) hoặc quá dài. "
    "Sai: ô tên xã là #REF!. Đúng: gõ lại tên xã vào ô.",
    "LO24": "Ngày hay cơ quan của một dòng thuộc thể thức khác với cả đợt, mà cả đợt dùng chung một khung trang. "
    "Sai: đợt ký năm 2019, một dòng ghi 05/3/2020. Đúng: sửa ngày, hoặc dựng dòng ấy với tệp chung khác.",
    "LO25": "Trong thư mục còn văn bản của lần dựng trước mà nay dòng của nó có lỗi hoặc không còn. Số trong đó đã cũ. "
    "Sai: gửi cả thư mục đi. Đúng: sửa dòng lỗi rồi dựng lại, hoặc xóa tệp cũ.",
    "LO26": "Tệp gộp (gop.docx, gop.zip) thiếu văn bản của những dòng có lỗi, hoặc còn lại từ lần dựng trước nên số liệu trong đó có thể đã cũ. "
    "Sai: gửi tệp gộp 8 xã cho huyện có 9 xã. Đúng: sửa dòng lỗi, chạy lại với --gop, --zip.",
    "LO27": "Một đơn vị có hai dòng trong bảng tính nên có hai văn bản. Sai: «xã Cam Chính» ở cả dòng 10 và 11, tên tệp chỉ khác số thứ tự. "
    "Đúng: xóa dòng thừa; hai xã trùng tên thì thêm cột tên huyện.",
    "LO28": "Bảng tính đang mở trong Excel hay LibreOffice nên có thể còn số chưa lưu. Sai: vừa sửa số, chưa lưu đã dựng. "
    "Đúng: lưu và đóng tệp rồi dựng.",
    "LO30": "Một tiến trình làm việc bị dừng giữa chừng, thường vì máy hết bộ nhớ. Các văn bản đã ghi vẫn nguyên vẹn. "
    "Chạy lại đúng lệnh ấy thì chương trình làm tiếp; nếu lặp lại, thêm --jobs 1.",
    "LO31": "Chạy trên cụm máy (--cluster) cần thư viện dask.distributed mà máy này chưa cài. "
    "Đúng: pip install reportgen[cluster], hoặc bỏ --cluster để chạy trên máy này.",
    "LO32": "Không nối được với cụm máy, cụm chưa có máy nào, hoặc máy trong cụm không có cùng bản reportgen. "
    "Sai: --cluster 10.0.0.5. Đúng: --cluster tcp://10.0.0.5:8786 khi dask scheduler và các dask worker đang chạy.",
    "LO33": "Tệp chung lấy số từ bảng tính, mà các máy trong cụm không đọc được ổ đĩa của máy này. "
    "Sai: so_lieu: {ho_ngheo: {nguon: so-lieu.xlsx!C7}} cùng với --cluster. Đúng: gõ số vào tệp chung, hoặc bỏ --cluster.",
    "LO50": "Mục bang_don_vi ở tệp chung sai, thiếu, hoặc nêu bảng, chữ riêng mà loại văn bản không có. Bảng của từng đơn vị lấy ở một trang "
    "tính khác của cùng tệp. Đúng: bang_don_vi: {thon: {trang_tinh: Thôn, cot_don_vi: {ten_xa: Xã}}}.",
    "LO51": "Có dòng ở trang của bảng không thuộc đơn vị nào: tên lạ, hoặc ô tên để trống mà dòng có số. Các dòng ấy không vào văn bản nào. "
    "Sai: trang «Thôn» ghi xã Cam Nghĩa, trang «Xã» không có. Đúng: thêm đơn vị vào trang «Xã», hoặc sửa tên, hoặc xóa các dòng.",
    "LO52": "Một đơn vị không có dòng nào cho bảng của mình nên không dựng được văn bản. "
    "Sai: trang «Xã» có xã Cam An, trang «Thôn» không có dòng nào của xã ấy. Đúng: thêm các thôn của xã.",
    "LO53": "Tên đơn vị ở hai trang gần giống nhau nhưng không giống hệt (dấu, chữ hoa, dấu cách, chữ «xã»). Chương trình không tự coi là một, vì "
    "«Cam Thanh» và «Cam Thành» là hai xã; văn bản của đơn vị ấy không được dựng. Sai: «cam an» cho «xã Cam An». Đúng: sửa cho giống hệt.",
    "LO54": "Hai đơn vị trùng tên nên không biết các dòng của bảng là của ai. Sai: hai xã Tân Lập của hai huyện, cot_don_vi: {ten_xa: Xã}. "
    "Đúng: cot_don_vi: {ten_huyen: Huyện, ten_xa: Xã}.",
    "LO55": "Trong tệp riêng của một đơn vị có dòng ghi tên đơn vị khác, thường do chép từ tệp khác. "
    "Sai: tệp của xã Cam Hiếu, trang «Thôn» ghi xã Cam An. Đúng: sửa lại tên hoặc xin đơn vị gửi lại tệp.",
    "LO56": "Biểu mẫu gửi về (reportgen form) được cấp cho kỳ khác kỳ của văn bản, nên số trong đó là số của kỳ khác. "
    "Sai: biểu năm 2018 khi dựng báo cáo năm 2019. Đúng: xin biểu của đúng kỳ, hoặc sửa ky_bao_cao ở tệp chung.",
    "LO40": "Các văn bản không đặt chung một tệp Word được: số mục do Word tự đánh sẽ chạy tiếp qua các đơn vị, hoặc có dấu trang trùng tên. "
    "Sai: --gop với loại có danh_so: tu_dong. Đúng: --zip.",
    "LO41": "Quá nhiều văn bản cho một tệp Word; chính Word cũng mở rất chậm. Sai: --gop với 10.000 xã. "
    'Đúng: --gop --where "ten_huyen = Cam Lộ", hoặc --zip.',
    "LO43": "Một lệnh dựng hàng loạt khác đang ghi vào cùng thư mục; hai lệnh cùng ghi thì tệp của nhau bị coi là tệp lạ. "
    "Sai: mở hai cửa sổ chạy cùng một lệnh. Đúng: chờ lệnh trước xong, hoặc thêm --out với thư mục khác.",
    "LO42": "Giá trị của một tùy chọn không hợp lệ: --jobs và --limit là số nguyên từ 1 trở lên. Sai: --jobs 0. Đúng: --jobs 2.",
}
