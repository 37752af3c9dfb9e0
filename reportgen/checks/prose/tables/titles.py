"""What the numbers of a column are, told by its title, the unit above the table and the cells: counts, money, shares."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.pattern import Pattern

_SHARE = Pattern(
    r"tỷ lệ|tỉ lệ|(?<!\w)%|tỷ trọng|cơ cấu|bình quân|đơn giá|định mức|mức (?:chi|hỗ trợ|lương|phí|đóng|thu)|năng suất|mật độ|chỉ số|điểm|so sánh|"
    r"tốc độ|hệ số|xếp (?:hạng|loại|thứ)|so với|/người|/hộ|/ha|/năm|thứ tự|hạng|thời gian|năm (?:bắt đầu|hoàn thành|sinh)|suất|trung bình|tăng trưởng|nhiệt độ|"
    r"số (?:quyết định|tài khoản|điện thoại|hiệu)|tuổi|mã số|tăng, giảm|(?:đạt|bằng)\s*\("
)
_COUNT = Pattern(
    r"(?<!\w)số (?:hộ|người|lượng|xã|thôn|huyện|vụ|lớp|học sinh|trường|hồ sơ|cuộc|lượt|khẩu|lao động|công trình|dự án|ca|giường|cán bộ|doanh nghiệp|đơn vị|con|"
    r"trẻ|thẻ|nhà|tổ|hội viên|đảng viên|văn bản|ý kiến|phiếu)|(?<!\w)(?:hộ|người|nam|nữ|lao động|học sinh|hồ sơ|khẩu|trường hợp|xã|thôn|lượt|đối tượng|cái|chiếc|lớp|cuộc|"
    r"giáo viên|cán bộ|trường|đảng viên|hội viên|con|văn bản|dân tộc|trẻ em|phụ nữ|tổng số|tiếp nhận|đúng hạn|quá hạn|trước hạn|giải quyết)(?!\w)"
)
_MONEY = Pattern(r"đồng|kinh phí|vốn|tiền|(?<!\w)thu(?!\w)|(?<!\w)chi(?!\w)|ngân sách|dự toán|giá trị|doanh thu|quyết toán|giải ngân|nợ|tấn|(?<!\w)ha(?!\w)|diện tích|sản lượng|km|m2")
_PERCENT = Pattern(r"%|tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu")
_ORDER = Pattern(r"(?:stt|tt|số tt|số thứ tự|thứ tự)\.?\Z")


def sort_of(title: str, unit: str, texts: Sequence[str]) -> str:
    """What the numbers of a column are, by title, the table's unit and the cells themselves."""
    words = title.lower()
    if _ORDER.match(words.rsplit(" / ", 1)[-1].strip()):
        return "order"
    if _SHARE.search(words) or sum(t.rstrip().endswith("%") for t in texts) * 2 > len(texts):
        return "share"
    if _MONEY.search(words):
        return "money"
    if _COUNT.search(words):
        return "count"
    return "money" if unit else "count" if all(_is_whole(t) for t in texts) else "money"


def is_percent(title: str) -> bool:
    """True if the title says that the column holds per cents."""
    return _PERCENT.search(title.lower()) is not None


def _is_whole(text: str) -> bool:
    return "," not in text and (text.count(".") == 0 or len(text.rpartition(".")[2]) == 3)
