"""What reaches a host, and what leaves it; nothing of others is ever removed."""

import http.server
import re
import shutil
import threading
from hashlib import md5
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from event_recap.build.page_list import PAGES_NAME
from event_recap.commands.publishing.hosts import hand_over
from event_recap.errors import EventRecapError
from event_recap.publication import Publication, read_publication

needs_rsync = pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed")
needs_rclone = pytest.mark.skipif(not shutil.which("rclone"), reason="rclone is not installed")


@pytest.fixture(name="output")
def fixture_output(tmp_path):
    """Return the folder of a site with two people."""
    folder = tmp_path / "output"
    for name in (PAGES_NAME, "index.html", "people/anne/index.html", "people/luc/index.html", ".DS_Store"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


@pytest.fixture(name="bring")
def fixture_bring(output, tmp_path):
    """Return what brings the site to a host."""

    def bring(to, target="", **options):
        return hand_over(output, tmp_path / "content", Publication(to=to, target=str(target), **options))

    return bring


def list_files(folder):
    """Return the path of every file of a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


SITE = ["index.html", "people/anne/index.html", "people/luc/index.html", PAGES_NAME]


@pytest.mark.parametrize("to", ["folder", pytest.param("rsync", marks=needs_rsync)])
def test_whoever_is_withdrawn_is_gone_from_the_host(bring, output, tmp_path, to):
    """A page that left the site leaves the host at the next publication, and its empty folder too."""
    bring(to, tmp_path / "www")
    everything = list_files(tmp_path / "www")
    shutil.rmtree(output / "people/luc")

    said = bring(to, tmp_path / "www")

    assert everything == SITE
    assert list_files(tmp_path / "www") == ["index.html", "people/anne/index.html", PAGES_NAME]
    assert not (tmp_path / "www/people/luc").exists()
    assert "1 " in said or "removed there" in said


@pytest.mark.parametrize("to", ["folder", pytest.param("rsync", marks=needs_rsync)])
def test_a_target_that_is_not_ours_is_refused(bring, tmp_path, to):
    """Files that no publication brought there are told, and stay; named under 'keep', they stay for ever."""
    (tmp_path / "www").mkdir()
    (tmp_path / "www/mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(EventRecapError, match=r"'mine\.txt'"):
        bring(to, tmp_path / "www")
    bring(to, tmp_path / "www", keep=("mine.txt",))
    bring(to, tmp_path / "www", keep=("mine.txt",))

    assert list_files(tmp_path / "www") == sorted([*SITE, "mine.txt"])


@needs_rsync
def test_only_what_changed_is_sent(bring, output, tmp_path):
    """A build on another machine gives every file another date; the same bytes are not sent again."""
    bring("rsync", tmp_path / "www")
    for path in output.rglob("*.html"):
        path.touch()
    (output / "index.html").write_text("another", encoding="utf-8")

    assert bring("rsync", tmp_path / "www").startswith("1 files sent")


@pytest.mark.parametrize("target", ["output", "output/www", ".", "content"])
def test_a_site_is_not_published_over_itself(bring, tmp_path, monkeypatch, target):
    """Neither the folder of the build, nor one in it, nor the texts are a place to publish to."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()

    with pytest.raises(EventRecapError):
        bring("folder", target)


@pytest.fixture(name="programs")
def fixture_programs(tmp_path, monkeypatch):
    """Put programs of hosts in the way that keep the words with which they are called."""
    for name in ("netlify", "wrangler"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/words\n', encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")
    return tmp_path / "words"


@pytest.mark.parametrize(
    ("to", "target", "words"),
    [
        ("netlify", "", "deploy --prod --no-build --dir={output}"),
        ("cloudflare-pages", "my-site", "pages deploy {output} --project-name=my-site"),
    ],
)
def test_a_host_s_own_program_sends_the_folder(bring, programs, to, target, words):
    """Netlify and Cloudflare have a command that takes the folder of the site."""
    bring(to, target)

    said = programs.read_text(encoding="utf-8").strip()
    assert said == words.format(output=programs.parent / "output")


@pytest.mark.parametrize(("to", "name"), [("netlify", "NETLIFY"), ("cloudflare-pages", "CF_PAGES")])
def test_a_host_that_builds_by_itself_takes_the_folder(bring, monkeypatch, to, name):
    """On the host's own machine no program is needed; at home, whoever lacks it is told how to get it."""
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(EventRecapError, match=r"not installed \(npm"):
        bring(to)
    monkeypatch.setenv(name, "1")

    assert "takes it from here" in bring(to)


@pytest.mark.parametrize("to", ["github-pages", "gitlab-pages"])
def test_a_workflow_does_the_rest(bring, monkeypatch, to):
    """At home the author is told to push; in the workflow the folder is ready."""
    monkeypatch.delenv("CI", raising=False)
    at_home = bring(to)
    monkeypatch.setenv("CI", "true")

    assert "commit and push" in at_home
    assert "is ready" in bring(to)


class Bucket(http.server.BaseHTTPRequestHandler):
    """As much of S3 as a sync needs: list, put, look, delete."""

    files: dict[str, tuple[bytes, str]] = {}  # noqa: RUF012 -- one for each test, see the fixture

    def log_message(self, *_):
        """Say nothing."""

    def _answer(self, code=200, body=b"", **headers):
        self.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _find(self):
        return unquote(urlsplit(self.path).path.partition("/my-site/")[2])

    def do_GET(self):
        """List every file below a prefix."""
        prefix = parse_qs(urlsplit(self.path).query).get("prefix", [""])[0]
        items = "".join(
            f"<Contents><Key>{escape(name)}</Key><Size>{len(data)}</Size><ETag>&quot;{md5(data).hexdigest()}"
            "&quot;</ETag><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>"
            for name, (data, _) in sorted(self.files.items())
            if name.startswith(prefix)
        )
        body = f"<ListBucketResult><IsTruncated>false</IsTruncated>{items}</ListBucketResult>".encode()
        self._answer(body=body, Content_Type="application/xml")

    def do_HEAD(self):
        """Tell of one file."""
        data, kind = self.files.get(self._find(), (None, ""))
        if data is None:
            self._answer(404)
        else:
            self._answer(body=data, ETag=f'"{md5(data).hexdigest()}"', Content_Type=kind)

    def do_PUT(self):
        """Keep a file; in pieces, as the protocol signs them, or whole."""
        data = self.rfile.read(int(self.headers["Content-Length"]))
        if "aws-chunked" in self.headers.get("Content-Encoding", ""):
            data = b"".join(re.findall(rb"[0-9a-f]+;chunk-signature=\w+\r\n(.*?)\r\n", data, re.DOTALL))
        self.files[self._find()] = (data, self.headers.get("Content-Type", ""))
        self._answer(ETag=f'"{md5(data).hexdigest()}"')

    def do_DELETE(self):
        """Remove a file."""
        self.files.pop(self._find(), None)
        self._answer(204)


@pytest.fixture(name="bucket")
def fixture_bucket(monkeypatch):
    """Serve a bucket on this machine, and return its files."""
    handler = type("Handler", (Bucket,), {"files": {}})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)  # rclone takes none
    settings = {"ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}", "ACCESS_KEY_ID": "key"}
    for name, value in {**settings, "SECRET_ACCESS_KEY": "secret", "REGION": "us-east-1"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    yield handler.files
    server.shutdown()
    thread.join()
    server.server_close()


@needs_rclone
def test_a_bucket_holds_the_site_and_nothing_of_it_that_is_gone(bring, output, bucket):
    """Files go below the prefix with their types; who is withdrawn goes; what is kept and what is beside stays."""
    bucket["other.txt"] = bucket["blog/keep/a.txt"] = (b"mine", "")
    bring("s3", "s3://my-site/blog", keep=("keep",))
    everything, kind = sorted(bucket), bucket["blog/index.html"][1]
    shutil.rmtree(output / "people/luc")

    said = bring("s3", "s3://my-site/blog", keep=("keep",))

    assert everything == sorted(["other.txt", "blog/keep/a.txt", *(f"blog/{name}" for name in SITE)])
    assert kind.startswith("text/html")
    assert set(everything) - set(bucket) == {"blog/people/luc/index.html"}
    assert "1 files removed there" in said


@needs_rclone
def test_a_bucket_of_others_is_refused(bring, bucket):
    """Files that no publication brought there are told, and stay."""
    bucket["mine.txt"] = (b"mine", "")

    with pytest.raises(EventRecapError, match=r"'mine\.txt'"):
        bring("s3", "s3://my-site")

    assert list(bucket) == ["mine.txt"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"to": "rsync"}, "target: '' is none for rsync"),
        ({"to": "rsync", "target": "--delete"}, "is none for rsync"),
        ({"to": "s3", "target": "my-site"}, "expected a bucket"),
        ({"to": "netlify", "target": "x"}, "netlify needs none"),
        ({"target": "x"}, "no host needs none"),
        ({"to": 3}, "3 is not right here; expected a text"),
        ({"to": "netlify", "rules": "apache"}, "only for 'folder' and 'rsync'"),
        ({"to": "folder", "target": "x", "rules": "nginx"}, "expected apache"),
        ({"to": "folder", "target": "x", "keep": ["../x"]}, "is no path at the target"),
        ("folder", "expected a dictionary"),
    ],
)
def test_a_setting_that_leads_nowhere_says_what_is_expected(raw, words):
    """Whoever mistypes where the site goes reads what to write."""
    with pytest.raises(EventRecapError, match=re.escape(words)):
        read_publication({"EVENT_RECAP_PUBLISH": raw})


def test_a_folder_may_be_named_from_home(bring, tmp_path, monkeypatch):
    """~ stands for one's own folder."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    bring("folder", "~/www")

    assert list_files(Path(tmp_path / "home/www")) == SITE
