"""Texts in scripts that are not Latin: no rule of ours spoils them."""

from __future__ import annotations

import pytest

TEXTS = {
    "zh": ("灯笼之夜", "昨晚，大约三十个人见面。“终于见到了，”主持人说，“而且*没有人*看手机……”"),
    "ja": (
        "灯籠の夜",
        "昨夜、三十人ほどが集まりました。「やっと会えましたね」と、だれも*携帯電話*を見ません。",
    ),
    "ko": ("등불의 밤", "어젯밤 서른 명쯤 만났습니다. 아무도 *휴대전화*를 보지 않았습니다."),
    "ar": ("ليلة الفوانيس", "التقى مساء أمس نحو ثلاثين شخصًا، ولم ينظر *أحد* إلى هاتفه في 2025."),
    "he": ("ליל הפנסים", "אמש נפגשו כשלושים איש, ואיש *לא* הביט בטלפון בשנת 2025."),
}
RIGHT_TO_LEFT = {"ar", "he"}
SPOILT = """() => [...document.querySelectorAll("main h1, main h2, main p, main em, main li")].filter((one) => {
    const style = getComputedStyle(one), first = getComputedStyle(one, "::first-letter");
    return !["normal", "0px"].includes(style.letterSpacing) || style.fontStyle !== "normal"
        || ![undefined, "normal"].includes(first.initialLetter);
}).map((one) => one.outerHTML.slice(0, 80))"""
LEADING = """() => { const style = getComputedStyle(document.querySelector("main h1"));
    return parseFloat(style.lineHeight) / parseFloat(style.fontSize); }"""

pytestmark = pytest.mark.browser


@pytest.fixture(name="folder", scope="module")
def fixture_folder(build_shared_site):
    """Build a site with a recap in each script."""
    form = "---\ntitle: {}\nslug: soir\nlang: {}\ndate: 2025-02-03\n---\n{}\n\n- {}\n"
    files = {f"recaps/{lang}.md": form.format(*told) for lang, told in _list_texts()}
    return build_shared_site(files).output


def _list_texts():
    return [(lang, (title, lang, text, text)) for lang, (title, text) in TEXTS.items()]


@pytest.mark.parametrize("lang", TEXTS)
def test_letters_stay_together_and_upright(visit, folder, lang):
    """Joined letters are not moved apart, none is slanted or blown up, and lines leave room for them."""
    page = visit(f"{lang}/recaps/soir/", folder=folder, width=360)

    assert page.page.evaluate(SPOILT) == []
    assert page.page.evaluate(LEADING) >= 1.25
    assert page.sideways() == []


@pytest.mark.parametrize("lang", TEXTS)
def test_a_page_runs_as_its_script_does(visit, folder, lang):
    """From the right for Arabic and Hebrew; and the text is as it was typed."""
    page = visit(f"{lang}/recaps/soir/", folder=folder).page

    assert (page.evaluate("document.documentElement.dir") == "rtl") is (lang in RIGHT_TO_LEFT)
    assert page.locator(".e-content p").first.text_content() == TEXTS[lang][1].replace("*", "")
