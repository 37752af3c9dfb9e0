"""What the codes VB01–VB16 (figures inside a document) mean, for ``reportgen explain``."""

from __future__ import annotations

CODES: dict[str, str] = {
    "VB01": "Sai số học: con số in trong câu hoặc trong bảng không bằng kết quả tính từ các số khác của chính văn bản, và làm tròn"
    " không giải thích được. Sai: 458 nhà, mức 60 triệu đồng/nhà, số tiền 27.420,0 triệu đồng. Đúng: 27.480,0 triệu đồng.",
    "VB02": "Cắt bớt: chữ số thừa bị bỏ đi thay vì làm tròn; từ 5 trở lên phải thêm 1 vào chữ số trước."
    " Sai: 80 hộ trong 14.653 hộ chiếm 0,54%. Đúng: 0,55% (80 / 14.653 = 0,5459…%).",
    "VB03": "Chênh do làm tròn: các số hạng đã làm tròn từ trước nên tổng, hiệu hay tỷ lệ lệch ở chữ số cuối; không phải lỗi, chỉ để"
    " biết. Ví dụ: 33,3% + 33,3% + 33,3% = 99,9% trong khi ghi 100,0%. Muốn khớp tuyệt đối, hãy tính từ số chưa làm tròn.",
    "VB04": "Nghi vấn số học: các con số khó cùng đúng, nhưng chưa biết số nào sai, hoặc câu có thể hiểu khác; hãy xem lại."
    " Sai: giảm từ 6,92% (26.140 hộ) xuống còn 4,53% (71.352 hộ). Đúng: 17.352 hộ.",
    "VB05": "Chữ «gần», «trên», «hơn» đứng trước con số không hợp với giá trị thật in ngay bên cạnh hoặc tính được."
    " Sai: gần 976 triệu đồng (976,3 triệu đồng). Đúng: trên 976 triệu đồng.",
    "VB06": "Một phần, hoặc các phần không trùng nhau, lớn hơn tổng của chúng. Sai: trao 30.000 suất quà, trong đó hộ nghèo 31.130"
    " suất. Đúng: xem lại số của từng phần và số tổng.",
    "VB07": "Lời văn ngược với con số: viết tăng mà số giảm, viết giảm mà số tăng, viết vượt kế hoạch mà chưa đạt."
    " Sai: tỷ lệ hộ nghèo giảm từ 4,53% xuống còn 6,92%. Đúng: giảm từ 6,92% xuống còn 4,53%.",
    "VB08": "Dấu chấm hàng nghìn gõ thay dấu phẩy thập phân: đọc con số có dấu chấm là hàng nghìn thì phép tính sai, đọc là thập phân"
    " thì khớp. Sai: 35,22 tỷ đồng, gồm 33,133 tỷ đồng và 2.087 tỷ đồng. Đúng: 2,087 tỷ đồng.",
    "VB09": "Con số từ năm chữ số trở lên không có dấu chấm ngăn hàng nghìn, khó đọc và dễ nhầm. Sai: 1234567 đồng."
    " Đúng: 1.234.567 đồng.",
    "VB10": "Con số gõ dính vào chữ, hoặc dấu ngăn đặt sai chỗ nên không đọc được. Sai: 6801đối tượng; 1.23.456 đồng."
    " Đúng: 6.801 đối tượng; 123.456 đồng.",
    "VB11": "Một kỳ viết hai cách, hoặc năm của kỳ trong lời văn khác năm ở trích yếu (thường do chép từ báo cáo kỳ trước)."
    " Sai: «tháng 2/2020» chỗ này, «tháng 2.2020» chỗ kia. Đúng: một cách viết trong cả văn bản.",
    "VB12": "Số tiền bằng số và bằng chữ khác nhau. Sai: 16.560.000 đồng (Bằng chữ: Mười sáu triệu năm trăm sáu mươi nghìn đồng khi"
    " ghi 16.650.000). Đúng: chữ đọc đúng từng hàng của con số.",
    "VB13": "Cùng một số liệu in hai lần với hai giá trị khác nhau (cùng lời, cùng đơn vị, cùng kỳ; hoặc hai số dài chỉ khác nhau một"
    " chữ số). Sai: 1.241.285 triệu đồng ở mục này, 1.141,28 tỷ đồng ở mục kia. Đúng: một giá trị ở cả hai nơi.",
    "VB14": "Con số trong lời văn khác với ô của bảng ngay dưới hoặc ngay trên mà lời văn nói tới. Sai: «toàn huyện còn 690 hộ nghèo»"
    " khi dòng Tổng cộng của bảng ghi 609. Đúng: hai nơi cùng một số.",
    "VB15": "Văn bản dài hơn một nghìn trang, hoặc một đoạn dài hơn ba mươi trang, nên chương trình không tính lại số liệu trong đó; thể thức"
    " vẫn được kiểm. Hãy tách văn bản thành nhiều tệp, chia đoạn thành nhiều đoạn rồi kiểm lại.",
    "VB16": "Khoảng số viết ngược (số lớn đứng trước), hoặc một con số lẽ ra nằm trong khoảng (mức bình quân, số tiền tính theo khoảng mức)"
    " mà lại ở ngoài. Sai: mức hỗ trợ từ 15 - 10 triệu đồng/mô hình. Đúng: từ 10 - 15 triệu đồng/mô hình.",
}
