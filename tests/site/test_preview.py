"""What serve answers, asked without a network."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from wsgiref.util import FileWrapper, setup_testing_defaults

import pytest
from mkdocs.commands.build import build
from mkdocs.livereload import LiveReloadServer

from samrum.pages.page import Outline
from samrum.problems import Problem
from samrum.search.pagefind import Document, PagefindError
from samrum.site.build import Build
from samrum.site.contents import Contents
from samrum.site.preview import Preview
from samrum.site.publication import Publication
from tests.site.project import configure, make_contents, make_project, page, titles, tree

PAGES = (page("beslut/", "Beslut"), page("beslut/buss/", "Bussen"))


@dataclass
class Answer:
    status: str
    headers: dict[str, str]
    text: str


class Serve:
    """`mkdocs serve` without a socket: a rebuild when it is told, and an answer to a request."""

    def __init__(self, folder: Path, plugin: Build) -> None:
        self._project = folder / "mkdocs.yml"
        self._plugin = plugin
        self.site = folder / "site"
        self.server = LiveReloadServer(
            self.rebuild, "127.0.0.1", 8000, str(self.site), mount_path="/samrum/"
        )
        plugin.on_startup(command="serve", dirty=False)
        self.rebuild()
        config = configure(self._project, plugin)
        self.server = plugin.on_serve(self.server, config=config, builder=self.rebuild)

    def rebuild(self) -> None:
        config = configure(self._project, self._plugin)
        config.strict = False
        build(config, serve_url="http://127.0.0.1:8000/samrum/")

    def get(self, path: str) -> Answer:
        environ: dict[str, str] = {}
        setup_testing_defaults(environ)
        environ["PATH_INFO"] = path.encode().decode("latin-1")
        answer = Answer("", {}, "")

        def start(status: str, headers: list[tuple[str, str]]) -> None:
            answer.status, answer.headers = status, dict(headers)

        app = self.server.get_app()
        assert app
        content = app(environ, start)  # type: ignore[arg-type]  # wsgiref's own types differ here
        answer.text = b"".join(content).decode()
        if isinstance(content, FileWrapper):
            content.close()
        return answer


@dataclass
class Archive:
    """Records that a test may change between two builds."""

    project: Path
    pages: tuple[Outline, ...] = PAGES
    problems: tuple[Problem, ...] = ()

    def read(self, _: object) -> Contents:
        return make_contents(self.project, self.pages, self.problems)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    docs = {"index.md": "# Start", "bilder/a.txt": "bild"}
    return Archive(make_project(tmp_path, docs))


@pytest.fixture
def serve(tmp_path: Path, archive: Archive) -> Iterator[Serve]:
    served = Serve(tmp_path, Build(archive.read, titles))
    yield served
    served.server.server_close()


def eventually(serve: Serve, path: str, text: str) -> bool:
    """Whether what is served comes to hold a text, for which a thread gets ten seconds."""
    end = time.monotonic() + 10
    while text not in serve.get(path).text:
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def test_a_page_of_records_is_made_when_it_is_asked_for_and_never_written(serve: Serve) -> None:
    answer = serve.get("/samrum/beslut/buss/")

    assert answer.status == "200 OK"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert int(answer.headers["Content-Length"]) == len(answer.text.encode())
    assert "<h1>Bussen</h1>" in answer.text
    assert [name for name in tree(serve.site) if not name.startswith("assets/")] == [
        "404.html",
        "bilder/a.txt",
        "index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
    ]


def test_the_browser_is_told_to_load_the_page_anew_when_it_changes(serve: Serve) -> None:
    assert "livereload(" in serve.get("/samrum/beslut/buss/").text


def test_after_a_rebuild_the_page_is_new(serve: Serve, archive: Archive) -> None:
    archive.pages = (page("beslut/", "Beslut"), page("beslut/tag/", "Tåget"))
    serve.rebuild()

    assert "<h1>Tåget</h1>" in serve.get("/samrum/beslut/tag/").text
    assert serve.get("/samrum/beslut/buss/").status == "404 Not Found"


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/samrum/", "200 OK", "<h1"),
        ("/samrum/bilder/a.txt", "200 OK", "bild"),
        ("/samrum/borta/", "404 Not Found", ""),
        ("/annat/", "404 Not Found", ""),
        ("/", "302 Found", ""),
    ],
)
def test_all_else_is_left_to_mkdocs(path: str, status: str, text: str, serve: Serve) -> None:
    answer = serve.get(path)

    assert answer.status == status
    assert text in answer.text


def test_an_address_without_its_slash_leads_to_the_page(serve: Serve) -> None:
    answer = serve.get("/samrum/beslut/buss")

    assert (answer.status, answer.headers) == ("302 Found", {"Location": "/samrum/beslut/buss/"})


def test_the_search_index_follows_the_pages_and_is_never_written(
    serve: Serve, archive: Archive
) -> None:
    index = "/samrum/pagefind/index/titles.txt"
    assert eventually(serve, index, "/beslut/buss/ Bussen")

    archive.pages = (page("beslut/tag/", "Tåget"),)
    serve.rebuild()

    assert eventually(serve, index, "/beslut/tag/ Tåget")
    assert "Bussen" not in serve.get(index).text
    assert not (serve.site / "pagefind").exists()


def test_problems_are_told_and_what_can_be_shown_is_shown(
    serve: Serve, archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    archive.problems = (Problem("records/a.yml", 1, "bad-date", "no date"),)
    archive.pages = (page("beslut/tag/", "Tåget"),)
    serve.rebuild()

    assert "records/a.yml:1: bad-date: no date" in caplog.messages
    assert "<h1>Tåget</h1>" in serve.get("/samrum/beslut/tag/").text


def test_a_link_that_leads_nowhere_is_told_and_left_as_it_is(
    serve: Serve, archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    (archive.project.parent / "docs/index.md").write_text("[Tåget](record:tag)")
    serve.rebuild()

    assert any("unknown-record" in message for message in caplog.messages)
    assert 'href="record:tag"' in serve.get("/samrum/").text


def test_a_template_that_is_wrong_is_told_on_the_page_until_it_is_right(
    serve: Serve, archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    template = archive.project.parent / "theme/records/record.html"
    right = template.read_text()
    template.write_text("{{ nobody }}")
    serve.rebuild()
    answer = serve.get("/samrum/beslut/buss/")

    assert answer.status == "500 Internal Server Error"
    assert "&#39;nobody&#39; is undefined" in answer.text
    assert "record.html, for the page /beslut/buss/: 'nobody' is undefined" in caplog.messages

    template.write_text(right)
    serve.rebuild()

    assert serve.get("/samrum/beslut/buss/").status == "200 OK"


def test_a_rebuild_that_fails_leaves_the_last_pages_to_be_read(
    serve: Serve, archive: Archive
) -> None:
    main = archive.project.parent / "theme/main.html"
    main.write_text("<html>")

    with pytest.raises(SystemExit):
        serve.rebuild()

    assert "<h1>Bussen</h1>" in serve.get("/samrum/beslut/buss/").text


def test_before_the_first_build_mkdocs_answers() -> None:
    assert ask(Preview(titles), "/beslut/")[0] == "404 Not Found"


def test_an_index_that_is_overtaken_is_given_up(tmp_path: Path) -> None:
    older, newer = publication(tmp_path, "a/", "b/"), publication(tmp_path, "c/")
    asked: list[list[str]] = []

    def index(documents: Iterable[Document], _: object) -> dict[str, bytes]:
        seen: list[str] = []
        asked.append(seen)
        for document in documents:
            seen.append(document.url)
            if document.url == "/a/":
                preview.show(newer).join()
        return {"seen.js": " ".join(seen).encode()}

    preview = Preview(index)
    preview.show(older).join()

    assert asked == [["/a/"], ["/c/"]]
    assert ask(preview, "/pagefind/seen.js") == ("200 OK", "text/javascript", b"/c/")


def test_an_index_is_given_up_when_a_rebuild_begins(tmp_path: Path) -> None:
    reached: list[int] = []

    def index(
        documents: Iterable[Document], on_progress: Callable[[int], None]
    ) -> dict[str, bytes]:
        for count, _ in enumerate(list(documents), start=1):
            reached.append(count)
            preview.expect_another()
            on_progress(count)
        return {"late.js": b""}

    preview = Preview(index)
    preview.show(publication(tmp_path, "a/", "b/")).join()

    assert reached == [1]
    assert ask(preview, "/pagefind/late.js")[0] == "404 Not Found"


def test_an_index_that_cannot_be_made_is_told_and_the_last_one_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def index(documents: Iterable[Document], _: object) -> dict[str, bytes]:
        if [document.url for document in documents] == ["/b/"]:
            raise PagefindError("Pagefind refused /b/")
        return {"a.pf_meta": b"1"}

    preview = Preview(index)
    preview.show(publication(tmp_path, "a/")).join()
    preview.show(publication(tmp_path, "b/")).join()

    assert caplog.messages == ["the search index could not be made: Pagefind refused /b/"]
    assert ask(preview, "/pagefind/a.pf_meta") == ("200 OK", "application/octet-stream", b"1")


def publication(folder: Path, *addresses: str) -> Publication:
    """Hand-written pages alone."""
    renderer = make_contents(folder / "mkdocs.yml", []).renderer
    written = dict.fromkeys(addresses, "<p data-pagefind-body>")
    return Publication(pages={}, frames={}, renderer=renderer, written=written, records=tuple)


def ask(preview: Preview, path: str) -> tuple[str, str, bytes]:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, "/nowhere")
    told: list[str] = []

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        told.extend([status, dict(headers)["Content-Type"]])

    content = preview.before(server)({"PATH_INFO": path}, start)  # type: ignore[arg-type]
    server.server_close()
    return told[0], told[1], b"".join(content)
