"""The site as it is published from the records of this repository."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

import pytest

from tests.publishing import DAY, SITE_URL, publish
from tests.site.project import tree
from tests.site.reader import Document, documents

PROTOCOL = "protokoll/svo-2021-10-15/"
PROPOSAL = "beslut/hsn-au-forskningsstod-nara-vard/"
STRATEGY = "strategier/hjalpmedelsstrategin/"

ATTENDANCE = {
    "närvarande": (
        "Carin Nilsson … s … Umeå kommun … ordförande",
        "Anna-Lena Danielsson … s … Region Västerbotten … justerare",
        "Annika Wibrell … s … Vilhelmina kommun",
        "Bengt Henriksson … s … Dorotea kommun",
        "Dan Oskarsson … s … Vindelns kommun",
        "Eva Stuge … m … Lycksele kommun",
        "Henric Jakobsson … s … Vännäs kommun",
        "Ingrid Nygren … c … Bjurholms kommun",
        "Kerstin Sjöström … c … Nordmalings kommun",
        "Kjell Bäckman … v … Region Västerbotten",
        "Lars Bäckström … c … Region Västerbotten",
        "Linnea Lindberg … åp … Åsele kommun",
        "Magnus Eriksson … s … Norsjö kommun",
        "Mona Andersson … s … Robertsfors kommun",
        "Roland Gustafsson … kd … Storumans kommun",
    ),
    "frånvarande": (
        "Fredrik Stenberg … s … Skellefteå kommun",
        "Iosif Karambotis … s … Skellefteå kommun",
        "Inger Stenlund … v … Sorsele kommun",
        "Kim Bergström … v … Malå kommun",
        "Veronica Kerr … kd … Umeå kommun",
    ),
}
"""Who was there and who was not, in the order of the protocol."""

FACTS: dict[str, tuple[str, ...]] = {
    PROTOCOL: (
        "Samråd vård och omsorg 15 oktober 2021",
        "fredag 15 oktober 2021",
        "kl. 8.30–12.00",
        "Teams",
        "HSN 418:3-2021",
        "Ordförande … Carin Nilsson (s)",
        "Sekreterare … uppgift saknas",
        "Justerare … Anna-Lena Danielsson",
        "Justerat … uppgift saknas",
        "Comfact Signature … 22266SE",
        "Ledamöter: 15 närvarande, 5 frånvarande",
        "Britta Edström … regional samverkanskoordinator",
        "Katarina Lindahl … regional samverkanskoordinator",
        "§ 29 Godkännande av föredragningslistan",
        "att godkänna föredragningslistan",
        "§ 30 Föregående protokoll",
        "Arbetet med en regional handlingsplan är pausat.",
        "§ 31 Val av ordförande och vice ordförande 2022",
        "att välja Carin Nilsson (s) till ordförande",
        "att välja Anna-Lena Danielsson (s) till vice ordförande",
        "§ 32 Mötesplanering 2022",
        "fredagen den 18 mars",
        "fredagen den 3 juni",
        "fredagen den 14 oktober",
        "fredagen den 16 december",
        "fredagen den 11 november",
        "den 10–11 november",
        "§ 33 Nytt arbetssätt att hantera betalningsansvar",
        "Muntligt informationsärende",
        "Gun Mikaelsson, Dagmar Schröder och Jennie Liling-Ståhl",
        "År 2020 var kostnaden 51 miljoner kronor i Västerbotten",
        "51 miljoner kronor (2020)",
        "rekommendera modell 4",
        "att kalla till ett extra möte fredagen den 22 oktober",
        "§ 34 Revidering av Hjälpmedelsstrategin",
        "Föredragande … Sofia Ögren",
        "hjälpmedel för personer med kognitiv svikt",
        "giltighetstiden för nuvarande Hjälpmedelsstrategi till den 31 mars 2023",
        "Delrapport … våren 2022 … Länssamverkansgruppen",
        "Färdigt förslag … hösten 2022 … Länssamverkansgruppen … Samråd vård och omsorg",
        "§ 35 Omställning till Nära vård",
        "Framtidens hälso- och sjukvårdssystem i Västerbotten",
        "Dag Norén, Hans Winberg och Jon Rognes … Leading Health Care",
        "Ernst & Young har granskat",
        "Nära vård är ingen reform av primärvården.",
        "På gång i höst",
        "Gunilla Larsson är ny samordnare för nära vård inom regionen.",
        "Ärendeloggen gicks igenom.",
        "att godkänna agendan för ledningsseminariet",
        "§ 36 Övriga frågor",
        "kognitiv beteendeterapi till personer som utsätter andra för våld",
        "§ 37 Ärenden till Länssamverkansgruppen",
        "§ 38 Genomgång och sammanfattning av beslut",
        "§ 39 Nästa möte",
        "Samråd vård och omsorg den 17 december",
    ),
    PROPOSAL: (
        "Förslag till beslut",
        "Hälso- och sjukvårdsnämndens arbetsutskott föreslår att hälso- och sjukvårdsnämnden "
        "beslutar",
        "Det här är ett förslag. Arkivet innehåller inget beslut av hälso- och sjukvårdsnämnden",
        "Datum … odaterad",
        "Diarienummer … uppgift saknas",
        "1 152 000 kr … exklusive moms",
        "Statens fördelningsnyckel för statsbidraget för God och nära vård",
        "Region Västerbotten … 5/6 … 960 000 kr",
        "Kommunerna i Västerbottens län … 1/6 … 192 000 kr … uträknat",
        "Leverantör … Governo",
        "undantagna från reglerna om offentlig upphandling",
        "Fallstudier Governo",
        "Skellefteå NVO … slutversion, mars 2022",
        "Södra Lapplands NVO … slutversion, mars 2022",
        "Umeå närsjukvårdsområde … slutversion, februari 2022",
    ),
    "beslut/svo-2021-10-15-34/": (
        "Samråd vård och omsorg beslutade",
        "§ 34 Revidering av Hjälpmedelsstrategin",
        "att ge Hjälpmedelsrådet i uppdrag att revidera nuvarande Hjälpmedelsstrategi",
        "till den 31 mars 2023",
        "HSN 418:3-2021",
    ),
    "beslut/lsg-2021-09-17-modell-4/": (
        "Rekommendation",
        "Länssamverkansgruppen rekommenderade",
        "En rekommendation är inte ett beslut",
        "17 september 2021",
    ),
    "beslut/systemledningen-fortsatt-utveckling/": (
        "utvecklingsarbetet utifrån resultatet av samtliga fallstudier ska fortsätta",
        "odaterad",
    ),
    STRATEGY: (
        f"Gäller … per den {DAY}",
        "Sista dag … 31 mars 2023",
        "Fastställd … augusti 2016",
        "Ägare … uppgift saknas",
        "Till och med 2021 … Daterad till år 2021",
        "31 mars 2023 … enligt Hjälpmedelsstrategin revideras och förlängs",
        "Hjälpmedelsrådet … Revidera nuvarande Hjälpmedelsstrategi",
    ),
    "strategier/handlingsplan-sexuell-och-reproduktiv-halsa/": ("Pausad",),
    "strategier/fardplan-nara-vard/": ("Under arbete", "Färdplan"),
    "strategier/overenskommelse-betalningsansvar/": ("Under arbete", "Överenskommelse"),
    "fallstudier/fallstudie-umea-mobilt-verksamhetssystem/": (
        "Umeå närsjukvårdsområde",
        "Genomförd av … Governo",
        "Datum … februari 2022",
        "Version … Slutversion",
    ),
    "fallstudier/fallstudie-skelleftea-styrsystem/": ("Datum … mars 2022",),
    "fallstudier/fallstudie-sodra-lappland-sjukstugemodellen/": ("Datum … mars 2022",),
    "arenden/omstallning-nara-vard/": (
        "våren 2021",
        "15 oktober 2021",
        "Odaterat",
        "Fortsatt forskningsstöd för ny styrning av den nära vården",
    ),
    "arenden/revidering-hjalpmedelsstrategin/": ("våren 2022", "hösten 2022", "31 mars 2023"),
    "arenden/handlingsplan-sexuell-halsa/": ("Vilar",),
    "organ/hsn/": ("HSN", "Del av … Region Västerbotten", "Beslutande"),
    "organ/svo/": ("Carin Nilsson", "Rekommenderande"),
    "kalender/": (
        "fredag 22 oktober 2021",
        "fredag 12 november 2021",
        "kl. 9.00–ca 15.00",
        "fredag 17 december 2021",
        "fredag 18 mars 2022",
        "fredag 3 juni 2022",
        "fredag 14 oktober 2022",
        "fredag 11 november 2022",
        "10–11 november 2022 … Lunch till lunch",
        "fredag 16 december 2022",
    ),
}
"""What must stand on a page, word by word; "…" is a gap of a few words, as between two cells."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Document]:
    return dict(documents(site))


def target(site: Path, url: str) -> str:
    """The page or file of the site that an absolute address leads to, as a key of `documents`."""
    address = unquote(url.removeprefix(SITE_URL))
    if (site / address).is_dir() and not url.endswith("/"):
        return f"{address}/"
    return address


def exists(site: Path, address: str) -> bool:
    return (
        site / address / "index.html" if address[-1:] in {"", "/"} else site / address
    ).is_file()


def says(words: str, fact: str) -> bool:
    """Whether a page says something, be there a few words in each of its gaps."""
    parts = (rf"(?<!\w){re.escape(part)}(?!\w)" for part in fact.split(" … "))
    return re.search(r"\W(?:.{0,40}\W)??".join(parts), words) is not None


def links_out_of(pages: dict[str, Document]) -> list[tuple[str, str, str]]:
    """Every link: the page it stands on, where on the site it leads, and to which anchor."""
    found: list[tuple[str, str, str]] = []
    for address, page in pages.items():
        for link in page.links:
            url, anchor = urldefrag(urljoin(SITE_URL + address, link))
            if url.startswith(SITE_URL.rstrip("/")):
                found.append((address, url, unquote(anchor)))
    return found


def test_every_link_leads_to_a_page_or_a_file(site: Path, pages: dict[str, Document]) -> None:
    links = links_out_of(pages)

    dead = {
        (page, url)
        for page, url, _ in links
        if not (url.startswith(SITE_URL) and exists(site, target(site, url)))
    }

    assert len(links) > 1000
    assert not dead


def test_every_anchor_is_on_the_page_that_the_link_leads_to(
    site: Path, pages: dict[str, Document]
) -> None:
    anchored = [(page, target(site, url), to) for page, url, to in links_out_of(pages) if to]

    dead = {(page, at, to) for page, at, to in anchored if to not in pages[at].ids}

    assert len(anchored) > 50
    assert not dead


def test_a_link_that_begins_in_a_slash_stays_below_the_site(pages: dict[str, Document]) -> None:
    astray = {
        (address, link)
        for address, page in pages.items()
        for link in page.links
        if link.startswith("/") and not link.startswith("/samrum/")
    }

    assert not astray


def test_a_browser_loads_nothing_from_another_host(pages: dict[str, Document]) -> None:
    loaded = {
        urljoin(SITE_URL + address, link)
        for address, page in pages.items()
        for link in page.fetched
    }

    assert loaded
    assert all(url.startswith(SITE_URL) for url in loaded), loaded


def test_what_the_stylesheet_loads_is_there(site: Path) -> None:
    css = (site / "assets/samrum.css").read_text(encoding="utf-8")
    loaded = re.findall(r"url\(\s*[\"']?([^\"')]+)", css)

    dead = [url for url in loaded if not url.startswith(("data:", "#"))]
    dead = [url for url in dead if not (site / "assets" / urldefrag(url).url).is_file()]

    assert loaded
    assert not dead


def test_every_page_is_in_the_sitemap_and_every_entry_leads_to_a_page(
    site: Path, pages: dict[str, Document]
) -> None:
    sitemap = ElementTree.parse(site / "sitemap.xml")  # noqa: S314 - we have just built it
    entries = [entry.text or "" for entry in sitemap.iterfind(".//{*}loc")]

    assert sorted(entries) == sorted(SITE_URL + one for one in pages if one != "404.html")


def test_a_page_calls_the_address_where_it_stands_its_own(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        assert page.canonical == ("" if address == "404.html" else SITE_URL + address)


def test_no_two_elements_of_a_page_have_one_id(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), address


def test_what_labels_an_element_is_on_its_page(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        assert set(page.labels) <= set(page.ids), address


def test_every_page_is_swedish_and_has_a_title_and_one_first_heading(
    pages: dict[str, Document],
) -> None:
    for address, page in pages.items():
        assert page.language == "sv", address
        assert page.title.strip(), address
        assert page.headings.count("h1") == 1, address


def test_every_page_but_the_error_page_describes_itself(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        assert page.description.strip() or address == "404.html", address


def test_no_two_pages_have_one_title(pages: dict[str, Document]) -> None:
    titles = [(page.title, page.description) for page in pages.values()]

    assert len(titles) == len(set(titles))


def test_no_heading_skips_a_level(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        levels = [int(tag[1]) for tag in page.headings]
        steps = zip([0, *levels], levels, strict=False)
        assert all(after <= before + 1 for before, after in steps), (address, levels)


@pytest.mark.parametrize(
    ("address", "fact"), [(address, fact) for address, facts in FACTS.items() for fact in facts]
)
def test_a_fact_of_the_documents_stands_on_its_page(
    address: str, fact: str, pages: dict[str, Document]
) -> None:
    assert says(pages[address].words, fact)


@pytest.mark.parametrize(
    ("seat", "presence"),
    [(seat, presence) for presence, seats in ATTENDANCE.items() for seat in seats],
)
def test_everybody_is_said_to_have_been_there_or_not(
    seat: str, presence: str, pages: dict[str, Document]
) -> None:
    assert says(pages[PROTOCOL].words, f"{seat} … {presence}")


def test_the_protocol_has_an_anchor_for_every_paragraph_and_part(
    pages: dict[str, Document],
) -> None:
    numbers = [*range(29, 36), "35-1", "35-2", *range(36, 40)]
    anchors = [one for one in pages[PROTOCOL].ids if re.fullmatch(r"p\d+(-\d+)?", one)]

    assert "p30-1" in anchors
    assert [one for one in anchors if one != "p30-1"] == [f"p{number}" for number in numbers]


def test_the_proposal_never_says_that_the_board_has_decided(pages: dict[str, Document]) -> None:
    words = pages[PROPOSAL].words.casefold()

    assert not re.search(r"nämnden (?:har )?(?:beslutade|beslutat)", words)
    assert "beslutade" not in words


def test_only_the_amount_that_the_document_leaves_out_is_called_computed(
    pages: dict[str, Document],
) -> None:
    words = pages[PROPOSAL].words

    assert words.count("uträknat") == 1
    assert says(words, "192 000 kr … uträknat")


def test_the_board_is_not_said_to_have_decided_anything(pages: dict[str, Document]) -> None:
    assert "beslutade" not in pages["organ/hsn/"].words


def test_every_page_of_the_handbook_shows_the_way_to_the_others_and_where_it_is(
    site: Path, pages: dict[str, Document]
) -> None:
    handbook = [address for address in pages if address.startswith("handbok/")]
    menus = {address: section_menu(site, address) for address in pages}

    assert len(handbook) > 10
    for address in handbook:
        assert re.findall(r'href="([^"]+)" aria-current="page"', menus[address]) == ["./"]
        assert menus[address].count("<a ") >= 10
    assert {address for address, menu in menus.items() if menu} == set(handbook)


def section_menu(site: Path, address: str) -> str:
    """The menu of a page's section; nothing on a page that stands in none."""
    html = (site / address / "index.html" if address != "404.html" else site / address).read_text(
        encoding="utf-8"
    )
    found = re.search(r'<nav class="section-nav".*?</nav>', html, re.DOTALL)
    return found[0] if found else ""


def test_the_examples_of_the_handbook_are_not_found_by_those_who_search(site: Path) -> None:
    pages = sorted((site / "handbok").rglob("*.html"))

    assert pages
    assert not [page for page in pages if "data-pagefind-body" in page.read_text("utf-8")]


def test_an_address_that_leads_nowhere_is_answered_in_swedish(
    site: Path, pages: dict[str, Document]
) -> None:
    page = pages["404.html"]

    assert "Sidan finns inte" in page.words
    assert page.title.startswith("Sidan finns inte")
    assert all(link.startswith(("/samrum/", "#")) for link in page.links), page.links


def test_the_same_records_give_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    here = publish(tmp_path / "a", PYTHONHASHSEED="1", TZ="Europe/Stockholm", LANG="sv_SE.UTF-8")
    there = publish(tmp_path / "b", PYTHONHASHSEED="2", TZ="Pacific/Auckland", LANG="C")

    one, other = tree(here), tree(there)

    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []
