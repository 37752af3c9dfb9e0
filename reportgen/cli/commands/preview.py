"""``reportgen preview``: the pages in the browser, made again after every save."""

from __future__ import annotations

from reportgen.cli.answer import Answer
from reportgen.cli.call import Call

DESCRIPTION = """\
Mở một trang trong trình duyệt của máy này: các trang như khi in ra, bên cạnh là những chỗ cần xem lại và từng số liệu lấy từ đâu.
Lưu tệp số liệu, bảng tính, lời văn hay khung Word thì trang tự đổi theo; còn lỗi thì giữ bản tốt gần nhất.
Chỉ máy này xem được. Cần LibreOffice. Bấm Ctrl+C để dừng."""

EXAMPLES = (
    ("reportgen preview thang-2-2020", "xem trước báo cáo trong trình duyệt"),
    ("reportgen preview thang-2-2020 --khong-mo", "chỉ in địa chỉ, tự mở trong trình duyệt"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("name", metavar="TÊN", help="tên báo cáo: tên tệp trong data/ không có đuôi .yml")
    parser.add_argument("--khong-mo", action="store_true", help="không tự mở trình duyệt, chỉ in địa chỉ")
    parser.add_argument("--cong", metavar="SỐ", type=int, default=0, help="cổng trên máy này (mặc định: tự chọn cổng trống)")


def run(call: Call) -> Answer:
    """Serve until Ctrl+C."""
    import threading

    from reportgen.errors import ReportgenError
    from reportgen.pdf.engine import printer
    from reportgen.preview.attempt import attempt
    from reportgen.preview.session import Session
    from reportgen.web.server import Server

    printer()
    name = call.project.report(call.args.name).key if _readable(call) else call.args.name
    session = Session(call.project, name, attempt)
    server = Server(session, call.args.cong)

    def follow() -> None:
        try:
            session.run()
        except ReportgenError as failure:
            session.fail("; ".join(finding.message for finding in failure.findings))
        except BaseException:
            session.fail("chương trình gặp sự cố; xem cửa sổ lệnh")
            raise

    threading.Thread(target=follow, daemon=True).start()
    print(server.address, flush=True)
    if not call.args.khong_mo:
        import webbrowser

        webbrowser.open(server.address)
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        pass
    finally:
        session.stop()
        server.server_close()
    return Answer(talk=("Đã dừng xem trước.",))


def _readable(call: Call) -> bool:
    """Is there such a report, and is it not only its contents that are wrong? UsageError if there is none."""
    from reportgen.errors import DataError

    try:
        call.project.report(call.args.name)
    except DataError:
        return False
    return True
