"""What the codes of commands (LE) and of references between data files (DL40–DL49) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "DL40": "Loại văn bản kế thừa vòng quanh: A kế thừa B, B lại kế thừa A, nên không biết giá trị nào là gốc. "
    "Sai: hai tệp loai.yml chỉ sang nhau ở ke_thua. Đúng: chỉ loại con có ke_thua, loại gốc thì không.",
    "DL41": "Tệp dữ liệu nêu một loại văn bản không có. Loại văn bản là một thư mục trong templates/ có tệp loai.yml. "
    "Sai: loai: bao-cao-giam-ngeo. Đúng: loai: bao-cao-giam-ngheo-thang.",
    "DL42": "Tệp dữ liệu nêu một cơ quan không có. Mỗi cơ quan là một tệp trong data/co-quan/, ghi tên tệp không có đuôi. "
    "Sai: co_quan: so-tai-chinh.yml. Đúng: co_quan: so-tai-chinh.",
    "DL43": "Tệp loai.yml chưa ghi tên loại văn bản, nên trang in không có tên loại. "
    "Sai: tệp loai.yml không có dòng ten_loai. Đúng: ten_loai: báo cáo.",
    "DL44": "Kỳ báo cáo không đọc được. Sai: ky_bao_cao: T2/20. Đúng: ky_bao_cao: tháng 2/2020, quý I/2020, "
    "6 tháng đầu năm 2020, 9 tháng năm 2020 hoặc năm 2020.",
    "DL45": "Không biết ai ký: chức vụ ghi ở nguoi_ky không có trong tệp cơ quan, hoặc cơ quan chưa khai người ký nào. "
    "Sai: nguoi_ky: P. Giám đốc. Đúng: nguoi_ky: Phó Giám đốc, viết như chuc_vu trong data/co-quan/.",
    "DL46": "Một chỉ tiêu hay bảng mang tên mà trang in đã dùng cho việc khác, nên lời văn sẽ in nhầm. "
    "Sai: chỉ tiêu tên noi_nhan. Đúng: so_noi_nhan.",
    "DL47": "Loại văn bản chưa có lời văn: trong thư mục của loại không có noi-dung.md, cũng không có mau.docx. "
    "Sai: templates/bao-cao-thang/ chỉ có loai.yml. Đúng: thêm templates/bao-cao-thang/noi-dung.md.",
    "DL48": "Khung trình bày ghi ở khung không có trong templates/khung/. "
    "Sai: khung: nd30. Đúng: khung: nd30-2020, hoặc bỏ dòng này để dùng khung theo thể thức.",
    "DL49": "Thư mục templates/khung có khung của thể thức này nhưng thiếu khung cho kiểu văn bản đang dựng (công văn, quyết "
    "định, đề mục «I.» …), nên trang lấy khung do chương trình tạo. Chạy reportgen frame để có khung ấy rồi sửa trong Word.",
    "DL50": "Loại văn bản cần những chữ riêng cho từng văn bản (chu_rieng ở loai.yml) mà tệp dữ liệu chưa ghi, hoặc tệp dữ liệu "
    "ghi một tên không ai khai. Sai: chu_rieng: {ten_xa: } khi lời văn in {{ ten_xa }}. Đúng: chu_rieng: {ten_xa: xã Cam Hiếu}.",
    "DL66": "Ngày ký đứng trước kỳ báo cáo: báo cáo không thể tổng kết một kỳ chưa bắt đầu; thường là quên sửa kỳ hoặc ngày. "
    "Sai: ky_bao_cao: tháng 11/2026, ngay_ban_hanh: 05/10/2026. Đúng: ky_bao_cao: tháng 9/2026.",
    "DL67": "Báo cáo quý, 6 tháng, năm mà ký khi chưa hết nửa kỳ; thường là gõ nhầm kỳ hoặc ngày. "
    "Sai: ky_bao_cao: năm 2026, ngay_ban_hanh: 21/02/2026. Đúng: ky_bao_cao: năm 2025.",
    "LE01": "Không có báo cáo tên đó. Tên báo cáo là tên tệp .yml nằm ngay trong thư mục data, không có đuôi. "
    "Sai: reportgen build thang2-2020. Đúng: reportgen build thang-2-2020. Xem các tên: reportgen list.",
    "LE02": "Thư mục hiện tại không nằm trong dự án nào: dự án là thư mục có hai thư mục con data và templates. "
    "Hãy chuyển vào thư mục dự án (cd …), thêm --du-an THƯ-MỤC, hoặc tạo dự án mới: reportgen init THƯ-MỤC.",
    "LE03": "Dòng lệnh gõ sai: lệnh, tùy chọn hoặc giá trị không có. Sai: reportgen build --al. "
    "Đúng: reportgen build --all. Mỗi lệnh có trợ giúp với ví dụ: reportgen build --help.",
    "LE04": "Lệnh build cần biết dựng báo cáo nào. Sai: reportgen build. Đúng: reportgen build thang-2-2020, hoặc "
    "reportgen build --all để dựng tất cả; không dùng cả hai cách một lúc.",
    "LE05": "Không có số liệu, mã lỗi hay quy tắc nào mang tên đó. Sai: reportgen explain ho_ngheo. "
    "Đúng: reportgen explain thang-2-2020.ho_ngheo_cuoi_ky, reportgen explain SL02.",
    "LE06": "Thể thức nêu sau --the-thuc không có. Sai: reportgen frame --the-thuc nd30. "
    "Đúng: reportgen frame --the-thuc nd30-2020; bỏ tùy chọn này thì tạo khung cho mọi thể thức.",
    "LE10": "Tệp kết quả đã có người sửa sau lần dựng trước, hoặc do người khác làm ra, nên không bị ghi đè: công sửa "
    "quý hơn một lần dựng. Hãy chép bản đã sửa sang tên khác rồi dựng lại; thêm --force nếu chắc chắn muốn bỏ bản đó.",
    "LE11": "Hệ thống không cho ghi tệp, thường vì tệp đang mở trong Word hay Excel, hoặc thư mục không cho ghi. "
    "Hãy đóng tệp rồi chạy lại; nếu vẫn vậy, hãy dùng --out với một thư mục của mình.",
    "LE12": "Kết quả không ghi được ra nơi nhận: ổ đĩa đầy, hoặc tệp sau dấu > không cho ghi. Việc đã làm xong thì vẫn còn. "
    "Sai: reportgen list > E:/danh-sach.txt khi ổ E đầy. Đúng: ghi vào ổ đĩa còn chỗ.",
    "LE20": "Tạo dự án cần tên cơ quan, ký hiệu, địa danh và chức vụ người ký. Sai: reportgen init du-an khi không có bàn "
    'phím để hỏi. Đúng: reportgen init du-an --co-quan "Sở Tài chính" --ky-hieu STC --dia-danh "Hà Tĩnh" '
    '--chuc-vu "Giám đốc".',
    "LE21": "Thư mục để tạo dự án phải chưa có hoặc còn trống, để không lẫn vào tệp của việc khác. "
    "Sai: reportgen init Desktop. Đúng: reportgen init bao-cao-so.",
    "LE22": "Tên báo cáo cũng là tên tệp, nên chỉ gồm chữ thường không dấu, số và dấu gạch nối. "
    "Sai: reportgen new \"Tháng 3/2020\". Đúng: reportgen new thang-3-2020.",
    "LE23": "Trong data đã có báo cáo hoặc thư mục mang tên đó; tạo đè lên sẽ mất số liệu cũ. "
    "Hãy chọn tên khác, hoặc tự xóa cái cũ nếu không cần nữa.",
    "LE24": "Không hiểu kỳ báo cáo. Sai: reportgen new --from thang-2-2020 --ky \"T3/20\". "
    "Đúng: --ky \"tháng 3/2020\", \"quý I/2020\", \"6 tháng đầu năm 2020\", \"năm 2020\".",
    "LE25": "Một thông tin của cơ quan quá dài hoặc có ký tự không in được (thường do chép từ chương trình khác). "
    'Hãy gõ lại trên một dòng. Đúng: --co-quan "Sở Lao động - Thương binh và Xã hội".',
    "LE26": "Báo cáo cũ viết số liệu theo kiểu lạ (một nhóm { } trải nhiều dòng) nên không tự bỏ trống an toàn được; "
    "chương trình không tạo báo cáo mới để số cũ khỏi lọt sang kỳ mới. Đúng: mỗi số liệu một dòng «ho_ngheo: 26.140».",
    "LE27": "Báo cáo cũ không ghi kỳ báo cáo, nên không suy ra được tên của báo cáo mới. "
    "Sai: reportgen new --from bien-ban-hop. Đúng: reportgen new bien-ban-hop-12 --from bien-ban-hop.",
    "LE30": "Tệp gợi ý cho trình soạn thảo (data/schema/*.json) cũ hơn khai báo: có người sửa loai.yml hoặc nâng cấp "
    "chương trình. Hãy chạy reportgen schema rồi lưu các tệp đó cùng dự án.",
}
