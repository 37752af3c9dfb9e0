"""Our own zip writer: what zipfile reads back, the same bytes every time."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from reportgen.archive import join, pack, packed_members

NAMES = st.text(alphabet="abcđộ/._[]", min_size=1, max_size=20).map(lambda name: f"{name}.xml")


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=8))
def test_zipfile_reads_what_we_wrote(contents):
    data = join(pack(name, content) for name, content in contents.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == contents
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=8), st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_members_are_taken_over_as_they_are(contents, method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    members = packed_members(buffer.getvalue())
    assert {name: (m.method, m.size) for name, m in members.items()} == {n: (method, len(c)) for n, c in contents.items()}
    with zipfile.ZipFile(io.BytesIO(join(members.values()))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == contents


def test_the_same_members_give_the_same_bytes():
    assert join([pack("a", b"x" * 999)]) == join([pack("a", b"x" * 999)])
