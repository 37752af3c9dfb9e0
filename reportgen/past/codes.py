"""What the codes KY (figures of other periods, issued figures, drafts) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "KY01": "Mục so_sanh của chỉ tiêu có tên không dùng được. Chọn trong ky_truoc, cung_ky, luy_ke, ke_hoach, hoặc mã một chỉ "
    "tiêu khác của báo cáo; tỷ lệ phần trăm không cộng lũy kế được. Sai: so_sanh: [thang_truoc]. Đúng: so_sanh: [ky_truoc].",
    "KY02": "Một chỉ tiêu mang đúng tên mà so_sanh tự đặt cho số của kỳ khác. Sai: khai riêng ho_ngheo__ky_truoc khi ho_ngheo đã "
    "có so_sanh: [ky_truoc]. Đúng: bỏ chỉ tiêu khai riêng, số ấy tự có.",
    "KY03": "Số của kỳ khác gõ tay thì phải nói lấy ở văn bản nào. Sai: ho_ngheo__ky_truoc: 27.002. "
    "Đúng: ho_ngheo__ky_truoc: {gia_tri: 27.002, theo_van_ban: Báo cáo số 12/BC-SLĐTBXH ngày 20/01/2020}.",
    "KY10": "Cần số của một kỳ khác mà chưa có báo cáo kỳ ấy: cùng loại, cùng cơ quan, đúng ky_bao_cao. Số không gõ lại ở báo cáo "
    "này. Đúng: có data/thang-1-2020.yml; hoặc ghi tay kèm theo_van_ban; hoặc {khong_co: lý do}.",
    "KY11": "Có hai báo cáo cùng loại, cùng cơ quan, cùng kỳ, nên không biết lấy số ở tệp nào. Sai: thang-1-2020.yml và bản chép "
    "thang-1-2020-cu.yml cùng ghi ky_bao_cao: tháng 1/2020. Đúng: giữ một tệp.",
    "KY12": "Báo cáo của kỳ kia có, nhưng chưa có con số cần lấy, hoặc tệp ấy có lỗi. "
    "Đúng: điền số vào báo cáo của kỳ kia; hoặc ghi tay ở báo cáo này kèm theo_van_ban.",
    "KY13": "Chưa có số kế hoạch năm. Ghi một lần ở báo cáo đầu năm, các báo cáo sau trong năm tự lấy; kế hoạch điều chỉnh thì ghi "
    "lại ở kỳ điều chỉnh. Đúng: thu_ns__ke_hoach: {gia_tri: 1.200, theo_van_ban: Kế hoạch số 05/KH-UBND ngày 10/01/2020}.",
    "KY14": "Tệp số liệu của kỳ trước bị sửa sau khi văn bản kỳ ấy ban hành. Báo cáo này dùng số đã ban hành. "
    "Đúng: trả lại số cũ; hoặc nếu văn bản được đính chính, ghi dinh_chinh ở báo cáo kỳ ấy, dựng rồi chốt lại.",
    "KY15": "Số của kỳ khác lấy từ tệp số liệu chưa chốt, còn có thể đổi. Chỉ để biết. "
    "Ví dụ: báo cáo tháng 1 đã ban hành thì chạy reportgen freeze thang-1-2020.",
    "KY16": "Đơn vị tính của chỉ tiêu đã đổi, số của kỳ khác không đổi sang đơn vị mới được. Sai: kỳ trước «hộ», kỳ này «người». "
    "Đúng: giữ nguyên đơn vị, hoặc ghi tay số của kỳ khác kèm theo_van_ban. Triệu đồng và tỷ đồng được tự đổi.",
    "KY17": "Số của kỳ khác gõ tay khác với số trong văn bản đã ban hành (lỗi) hay trong báo cáo chưa chốt của kỳ ấy (cảnh báo). "
    "Đúng: bỏ dòng gõ tay; nếu phải giữ, ghi chap_nhan: lý do.",
    "KY18": "Văn bản ghi ngày ban hành trước ngày cuối của kỳ số liệu, nên số liệu không thể đủ kỳ. Sai: kỳ chốt đến ngày "
    "14/02/2020 mà ban hành ngày 10/02/2020. Đúng: sửa ngay_ban_hanh, ky_bao_cao hoặc ky_chot.",
    "KY19": "Văn bản được chốt khi tệp báo cáo chưa ghi số hoặc ngày ban hành, nên hồ sơ chốt thiếu hai điều ấy. "
    "Đúng: văn thư cho số xong, ghi so_van_ban và ngay_ban_hanh, dựng lại rồi chốt lại.",
    "KY20": "Số liệu khác với văn bản đã ban hành (đã chốt). Văn bản đã phát đi thì không tự đổi. Đúng: trả lại số cũ; nếu văn bản "
    "được đính chính, ghi dinh_chinh: lý do trong tệp báo cáo, dựng lại rồi chốt lại.",
    "KY30": "Không đọc được tệp chốt trong data/da-ban-hanh. Tệp này do lệnh reportgen freeze ghi. "
    "Đúng: lấy lại bản cũ từ nơi sao lưu; hoặc xóa tệp rồi chốt lại báo cáo ấy.",
    "KY31": "Tệp chốt trong data/da-ban-hanh bị sửa sau khi ghi, mã kiểm không còn khớp, nên không tin được. "
    "Đúng: lấy lại bản cũ từ nơi sao lưu; hoặc xóa tệp rồi chốt lại báo cáo ấy.",
    "KY40": "Báo cáo có số liệu ghi «chua_chac: có» (hoặc tính từ số như vậy), nên chưa dựng được bản chính. "
    "Đúng: xác nhận xong thì bỏ chua_chac; trong lúc chờ, dựng bản dự thảo: reportgen build thang-2-2020 --du-thao.",
    "KY41": "Trong bản dự thảo, một câu có điều kiện dùng đến số liệu còn thiếu; điều kiện ấy được coi là không đúng, nên câu in ra "
    "có thể đổi khi có số. Đúng: điền số rồi dựng lại.",
    "LE40": "Chưa có văn bản để chốt: chốt là ghi lại số liệu của tệp Word đã dựng và ban hành. "
    "Đúng: reportgen build thang-2-2020, ký, ban hành, rồi reportgen freeze thang-2-2020.",
    "LE41": "Tệp Word trong output không đúng với số liệu và lời văn hiện nay: có người sửa trong Word, hoặc số liệu đổi sau khi "
    "dựng. Đúng: đưa chỗ sửa vào data và lời văn rồi dựng lại; hoặc dựng lại nếu bản trong data mới đúng.",
    "LE42": "Báo cáo này đã chốt với nội dung khác. Chốt lại chỉ khi văn bản được đính chính. "
    "Đúng: ghi dinh_chinh: lý do (lý do mới, khác lần trước) trong tệp báo cáo, dựng lại, rồi chốt lại.",
    "LE43": "Tùy chọn --chim (chữ chìm) và --lan (lần dự thảo) chỉ dùng cho bản dự thảo. Sai: reportgen build thang-2-2020 --chim. "
    "Đúng: reportgen build thang-2-2020 --du-thao --chim.",
}
