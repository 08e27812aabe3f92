"""What people type into the place field leads to the place they mean, or is asked back."""

import json
import subprocess
import tomllib
from pathlib import Path

import brotli
import pytest

from followup.dates import calendars, clock
from followup_site.places import gathering
from followup_site.places.spelling import folded, worth
from followup_site.places.writing import place_file

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build"
# What is typed, and the zone, country and region that are set.
MEANT = {
    "UK": ("Europe/London", "GB", ""),
    "England": ("Europe/London", "GB", "ENG"),
    "Scotland": ("Europe/London", "GB", "SCT"),
    "Wales": ("Europe/London", "GB", "WLS"),
    "Great Britain": ("Europe/London", "GB", ""),
    "Holland": ("Europe/Amsterdam", "NL", ""),
    "USA": ("America/New_York", "US", ""),
    "U.S.": ("America/New_York", "US", ""),
    "America": ("America/New_York", "US", ""),
    "Seattle": ("America/Los_Angeles", "US", "WA"),
    "seattle": ("America/Los_Angeles", "US", "WA"),
    "Boston": ("America/New_York", "US", "MA"),
    "PST": ("America/Los_Angeles", "", ""),
    "PT": ("America/Los_Angeles", "", ""),
    "EST": ("America/New_York", "", ""),
    "ET": ("America/New_York", "", ""),
    "CET": ("Europe/Berlin", "", ""),
    "BST": ("Europe/London", "", ""),
    "Pacific time": ("America/Los_Angeles", "", ""),
    "US/Pacific": ("America/Los_Angeles", "", ""),
    "Asia/Calcutta": ("Asia/Kolkata", "", ""),
    "Europe/Kiev": ("Europe/Kyiv", "", ""),
    "California": ("America/Los_Angeles", "US", "CA"),
    "Texas": ("America/Chicago", "US", "TX"),
    "Bavaria": ("Europe/Berlin", "DE", "BY"),
    "Bayern": ("Europe/Berlin", "DE", "BY"),
    "Quebec": ("America/Toronto", "CA", "QC"),
    "Québec": ("America/Toronto", "CA", "QC"),
    "Lagos": ("Africa/Lagos", "NG", ""),
    "Bangalore": ("Asia/Kolkata", "IN", "KA"),
    "Kiev": ("Europe/Kyiv", "UA", ""),
    "München": ("Europe/Berlin", "DE", "BY"),
    "Munchen": ("Europe/Berlin", "DE", "BY"),
    "Muenchen": ("Europe/Berlin", "DE", "BY"),
    "Sao Paulo": ("America/Sao_Paulo", "BR", "SP"),
    "springfield il": ("America/Chicago", "US", "IL"),
    "Birmingham, UK": ("Europe/London", "GB", "ENG"),
    "birmingham alabama": ("America/Chicago", "US", "AL"),
    "New York": ("America/New_York", "US", "NY"),
    "NYC": ("America/New_York", "US", "NY"),
    "Washington D.C.": ("America/New_York", "US", "DC"),
    "D.C.": ("America/New_York", "US", "DC"),
    "Bombay": ("Asia/Kolkata", "IN", "MH"),
    "Peking": ("Asia/Shanghai", "CN", ""),
    "Saigon": ("Asia/Ho_Chi_Minh", "VN", ""),
    "Cologne": ("Europe/Berlin", "DE", "NW"),
    "Köln": ("Europe/Berlin", "DE", "NW"),
    "Genf": ("Europe/Zurich", "CH", "GE"),
    "The Hague": ("Europe/Amsterdam", "NL", ""),
    "Den Haag": ("Europe/Amsterdam", "NL", ""),
    "London": ("Europe/London", "GB", "ENG"),
    "london ontario": ("America/Toronto", "CA", "ON"),
    "Sydney": ("Australia/Sydney", "AU", "NSW"),
    "NSW": ("Australia/Sydney", "AU", "NSW"),
    "Singapore": ("Asia/Singapore", "SG", ""),
    "Anadyr": ("Asia/Anadyr", "", ""),
    "Deutschland": ("Europe/Berlin", "DE", ""),
    "Allemagne": ("Europe/Berlin", "DE", ""),
    "日本": ("Asia/Tokyo", "JP", ""),
    "Україна": ("Europe/Kyiv", "UA", ""),
    "Praha": ("Europe/Prague", "CZ", ""),
    "Warszawa": ("Europe/Warsaw", "PL", ""),
    "Reykjavik": ("Atlantic/Reykjavik", "IS", ""),
    "Northern Ireland": ("Europe/London", "GB", "NIR"),
    "Zürich": ("Europe/Zurich", "CH", "ZH"),
    "UTC": ("UTC", "", ""),
    "Kosovo": ("Europe/Belgrade", "XK", ""),
    "Pristina": ("Europe/Belgrade", "XK", ""),
    "Priština": ("Europe/Belgrade", "XK", ""),
    "Palestine": ("Asia/Gaza", "PS", ""),
    "Taiwan": ("Asia/Taipei", "TW", ""),
    "ROC": ("Asia/Taipei", "TW", ""),
    "Hong Kong": ("Asia/Hong_Kong", "HK", ""),
    "Hongkong": ("Asia/Hong_Kong", "HK", ""),
    "Macau": ("Asia/Macau", "MO", ""),
    "Puerto Rico": ("America/Puerto_Rico", "PR", ""),
    "PR": ("America/Puerto_Rico", "PR", ""),
    "Guam": ("Pacific/Guam", "GU", ""),
    "US Virgin Islands": ("America/St_Thomas", "VI", ""),
    "Isle of Man": ("Europe/Isle_of_Man", "IM", ""),
    "Jersey": ("Europe/Jersey", "JE", ""),
    "N. Ireland": ("Europe/London", "GB", "NIR"),
    "Cymru": ("Europe/London", "GB", "WLS"),
    "Georgia, USA": ("America/New_York", "US", "GA"),
    "Georgia (country)": ("Asia/Tbilisi", "GE", ""),
    "Paris": ("Europe/Paris", "FR", ""),
    "Paris, TX": ("America/Chicago", "US", "TX"),
    "Portland, Maine": ("America/New_York", "US", "ME"),
    "Portland, OR": ("America/Los_Angeles", "US", "OR"),
    "SF": ("America/Los_Angeles", "US", "CA"),
    "Palo Alto": ("America/Los_Angeles", "US", "CA"),
    "Washington DC": ("America/New_York", "US", "DC"),
    "Washington State": ("America/Los_Angeles", "US", "WA"),
    "New York State": ("America/New_York", "US", "NY"),
    "New York, NY": ("America/New_York", "US", "NY"),
    "Austin, TX": ("America/Chicago", "US", "TX"),
    "Toronto, Canada": ("America/Toronto", "CA", "ON"),
    "Berlin DE": ("Europe/Berlin", "DE", "BE"),
    "the Netherlands": ("Europe/Amsterdam", "NL", ""),
    "Österreich": ("Europe/Vienna", "AT", ""),
    "Oesterreich": ("Europe/Vienna", "AT", ""),
    "Goeteborg": ("Europe/Stockholm", "SE", ""),
    "Sverige": ("Europe/Stockholm", "SE", ""),
    "Suomi": ("Europe/Helsinki", "FI", ""),
    "Česko": ("Europe/Prague", "CZ", ""),
    "Ivory Coast": ("Africa/Abidjan", "CI", ""),
    "Cote dIvoire": ("Africa/Abidjan", "CI", ""),
    "Türkiye": ("Europe/Istanbul", "TR", ""),
    "Czech Republic": ("Europe/Prague", "CZ", ""),
    "Republic of Ireland": ("Europe/Dublin", "IE", ""),
    "Eire": ("Europe/Dublin", "IE", ""),
    "German": ("Europe/Berlin", "DE", ""),
    "French": ("Europe/Paris", "FR", ""),
    "British": ("Europe/London", "GB", ""),
    "Dutch": ("Europe/Amsterdam", "NL", ""),
    "Kiew": ("Europe/Kyiv", "UA", ""),
    "Danzig": ("Europe/Warsaw", "PL", ""),
    "Breslau": ("Europe/Warsaw", "PL", ""),
    "Cancun": ("America/Cancun", "MX", ""),
    "Azores": ("Atlantic/Azores", "PT", "20"),
    "Madeira": ("Atlantic/Madeira", "PT", "30"),
    "Réunion": ("Indian/Reunion", "RE", ""),
    "Ho Chi Minh": ("Asia/Ho_Chi_Minh", "VN", ""),
    "Gurgaon": ("Asia/Kolkata", "IN", "HR"),
    "KL": ("Asia/Kuala_Lumpur", "MY", "14"),
    "Joburg": ("Africa/Johannesburg", "ZA", ""),
    "NRW": ("Europe/Berlin", "DE", "NW"),
    "Flanders": ("Europe/Brussels", "BE", "Flemish"),
    "St. Paul, MN": ("America/Chicago", "US", "MN"),
    "Saint-Étienne": ("Europe/Paris", "FR", ""),
    "Sicily": ("Europe/Rome", "IT", ""),
    "Mysore": ("Asia/Kolkata", "IN", "KA"),
    "Leamington Spa": ("Europe/London", "GB", "ENG"),
    "Bengaluru": ("Asia/Kolkata", "IN", "KA"),
    "MÜNCHEN": ("Europe/Berlin", "DE", "BY"),
    "  new   york ": ("America/New_York", "US", "NY"),
    "Київ": ("Europe/Kyiv", "UA", ""),
    "Львов": ("Europe/Kyiv", "UA", ""),
    "Санкт-Петербург": ("Europe/Moscow", "RU", ""),
    "Leningrad": ("Europe/Moscow", "RU", ""),
    "دبي": ("Asia/Dubai", "AE", ""),
    "القاهرة": ("Africa/Cairo", "EG", ""),
    "北京": ("Asia/Shanghai", "CN", ""),
    "上海": ("Asia/Shanghai", "CN", ""),
    "香港": ("Asia/Hong_Kong", "HK", ""),
    "大阪": ("Asia/Tokyo", "JP", ""),
    "서울": ("Asia/Seoul", "KR", ""),
    "Αθήνα": ("Europe/Athens", "GR", ""),
    "กรุงเทพ": ("Asia/Bangkok", "TH", ""),
    "תל אביב": ("Asia/Jerusalem", "IL", ""),
    "Londen": ("Europe/London", "GB", "ENG"),
    "Varsovie": ("Europe/Warsaw", "PL", ""),
    "Nueva York": ("America/New_York", "US", "NY"),
    "Frankfurt/Main": ("Europe/Berlin", "DE", "HE"),
    "Frankfurt a.M.": ("Europe/Berlin", "DE", "HE"),
    "SF Bay Area": ("America/Los_Angeles", "US", "CA"),
    "Minneapolis-St. Paul": ("America/Chicago", "US", "MN"),
    "Newfoundland": ("America/St_Johns", "CA", "NL"),
    "Südtirol": ("Europe/Rome", "IT", "BZ"),
    "Tessin": ("Europe/Zurich", "CH", "TI"),
    "Rio": ("America/Sao_Paulo", "BR", "RJ"),
    "Santiago de Compostela": ("Europe/Madrid", "ES", "GA"),
    "The Gambia": ("Africa/Banjul", "GM", ""),
    "Yorkshire": ("Europe/London", "GB", "ENG"),
    "Vancouver Island": ("America/Vancouver", "CA", "BC"),
    "Île-de-France": ("Europe/Paris", "FR", ""),
    "Lombardia": ("Europe/Rome", "IT", ""),
    "Gauteng": ("Africa/Johannesburg", "ZA", ""),
    "London, Ontario": ("America/Toronto", "CA", "ON"),
    "El Paso": ("America/Denver", "US", "TX"),
    "Arlington, VA": ("America/New_York", "US", "VA"),
}
# What may mean several, with some of the countries or zones that are offered.
ASKED = {
    "Springfield": {"America/Chicago", "America/New_York"},
    "Birmingham": {"Europe/London", "America/Chicago"},
    "Georgia": {"Asia/Tbilisi", "America/New_York"},
    "Washington": {"America/Los_Angeles", "America/New_York"},
    "Cambridge": {"Europe/London", "America/New_York", "America/Toronto"},
    "GMT": {"Europe/London", "UTC"},
    "IST": {"Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"},
    "Korea": {"Asia/Seoul", "Asia/Pyongyang"},
    "lockhart texas": {"America/Chicago"},
    "Portland": {"America/Los_Angeles", "America/New_York"},
    "Columbus": {"America/New_York"},
    "Richmond": {"America/New_York", "America/Vancouver"},
    "Manchester": {"Europe/London", "America/New_York"},
    "Ontario": {"America/Toronto", "America/Los_Angeles"},
    "Channel Islands": {"Europe/Jersey", "Europe/Guernsey"},
    "Bali": {"Asia/Makassar"},
    "LA": {"America/Los_Angeles", "America/Chicago"},
    "WA": {"America/Los_Angeles", "Australia/Perth"},
    "CA": {"America/Los_Angeles", "America/Toronto"},
    "DE": {"America/New_York", "Europe/Berlin"},
    "St Petersburg": {"Europe/Moscow", "America/New_York"},
    "AEST": {"Australia/Sydney", "Australia/Brisbane"},
    "GMT+2": {"Africa/Johannesburg"},
    "UTC+5:30": {"Asia/Kolkata"},
    "remote": set(),
    "Seat": {"America/Los_Angeles"},
    "B": {"America/Sao_Paulo"},
    "Xyzzy": set(),
    "": set(),
    "   ": set(),
    "NCR": {"Asia/Kolkata", "Asia/Manila"},
    "Kent": {"Europe/London", "America/Los_Angeles"},
    "St. Louis": {"America/Chicago", "Africa/Dakar"},
    "Dublin, CA": {"America/Los_Angeles"},
    "Greater Boston": {"America/New_York"},
    "Austin metro area": {"America/Chicago"},
    "London SW1": {"Europe/London"},
    "Guadalajara, Jalisco": {"America/Mexico_City"},
    "Lima, Ohio": {"America/New_York"},
    "Cape Town, SA": {"Africa/Johannesburg"},
    "Remote - Germany": {"Europe/Berlin"},
    "Tri-State Area": set(),
    "EMEA": set(),
    "90210": set(),
}


@pytest.fixture(scope="module")
def file() -> Path:
    """The file of places."""
    return place_file(BUILD)


@pytest.fixture(scope="module")
def answers(file: Path) -> dict[str, tuple[list[str] | None, list[list[str]]]]:
    """What the page's script finds for each text."""
    texts = [*MEANT, *ASKED]
    run = subprocess.run(["node", HERE / "search.mjs", file, *texts], check=True, capture_output=True, text=True)
    return dict(zip(texts, json.loads(run.stdout), strict=True))


@pytest.mark.parametrize("text", MEANT)
def test_what_is_typed_is_the_place_that_is_meant(
    text: str, answers: dict[str, tuple[list[str] | None, list[list[str]]]]
) -> None:
    """One place of that name, with its zone, its country and its region."""
    meant = answers[text][0]
    assert meant is not None
    assert MEANT[text] == tuple(meant[2:])


@pytest.mark.parametrize("text", ASKED)
def test_what_may_mean_several_or_none_is_asked_back(
    text: str, answers: dict[str, tuple[list[str] | None, list[list[str]]]]
) -> None:
    """Nothing is chosen; what it may mean is offered."""
    meant, offered = answers[text]
    assert meant is None
    assert ASKED[text] <= {place[2] for place in offered}


def test_no_place_of_old_finds_what_it_does_not_name(
    answers: dict[str, tuple[list[str] | None, list[list[str]]]],
) -> None:
    """Each of these was once found for the text, silently."""
    wrong = {"UK": "Ukraine", "England": "Argentina", "Seattle": "Anadyr", "Boston": "Bosnia", "PST": "Tirane"}
    for text, name in wrong.items():
        meant = answers[text][0]
        assert meant is not None
        assert name not in meant[1]


@pytest.mark.ours
def test_each_name_of_ours_belongs_to_a_place_of_the_list() -> None:
    """GeoNames spells them so: a name under another spelling, or of a village, would find nothing."""
    ours = tomllib.loads((Path(gathering.__file__).parent / "aliases.toml").read_text(encoding="utf-8"))
    cities = {(country.code, city.name) for country in gathering.countries() for city in country.cities}
    towns = [(code, town.strip()) for code, names in ours["towns"].items() for town in names.split(",")]
    assert len(towns) == len(set(towns))
    named = {tuple(name.split(":")) for name in ours["cities"]} | {(code, town.split(":")[0]) for code, town in towns}
    assert set() == named - cities


def test_every_place_can_be_counted_in() -> None:
    """Its zone has rules, its country and its region a calendar."""
    for country in gathering.countries():
        assert set(country.zones) <= clock.zone_names()
        zones = {one.zone for one in country.regions} | {one.zone for one in country.cities}
        assert zones - {""} <= set(country.zones)
        for code in {city.region for city in country.cities} - {""}:
            assert calendars.calendar_for(country.code, code)


@pytest.mark.parametrize(
    ("country", "city", "region"),
    [
        *(("CA", "Calgary", "AB"), ("CA", "Halifax", "NS"), ("CA", "Winnipeg", "MB"), ("CA", "Vancouver", "BC")),
        *(("AU", "Brisbane", "QLD"), ("AU", "Perth", "WA"), ("AU", "Melbourne", "VIC"), ("AU", "Hobart", "TAS")),
        *(("DE", "Hamburg", "HH"), ("DE", "Stuttgart", "BW"), ("DE", "Leipzig", "SN"), ("DE", "Erfurt", "TH")),
        *(("DE", "Potsdam", "BB"), ("DE", "Kiel", "SH"), ("DE", "Mainz", "RP"), ("DE", "Bremen", "HB")),
        *(("AT", "Graz", "6"), ("AT", "Linz", "4"), ("AT", "Vienna", "9"), ("AT", "Innsbruck", "7")),
        *(("ES", "Barcelona", "CT"), ("ES", "Sevilla", "AN"), ("ES", "Bilbao", "PV"), ("ES", "Madrid", "MD")),
        *(("IN", "Hyderabad", "TS"), ("IN", "Chennai", "TN"), ("IN", "Jaipur", "RJ"), ("IN", "Lucknow", "UP")),
        *(("BR", "Rio de Janeiro", "RJ"), ("BR", "Salvador", "BA"), ("BR", "Curitiba", "PR"), ("BR", "Recife", "PE")),
        *(("NZ", "Auckland", "AUK"), ("NZ", "Christchurch", "CAN"), ("NZ", "Hamilton", "WKO")),
        *(("MY", "Kuala Lumpur", "14"), ("MY", "Kota Kinabalu", "12"), ("MY", "Shah Alam", "10")),
        *(("GB", "Glasgow", "SCT"), ("GB", "Cardiff", "WLS"), ("GB", "Belfast", "NIR"), ("US", "Denver", "CO")),
        *(("CH", "Basel", "BS"), ("CH", "Lausanne", "VD"), ("IT", "Milan", "MI"), ("PT", "Lisbon", "11")),
    ],
)
def test_a_city_lies_in_its_region(country: str, city: str, region: str) -> None:
    """GeoNames numbers regions in its own way; a number taken for another would count another region's holidays."""
    found = next(one for one in gathering.countries() if one.code == country)
    assert [region] == [one.region for one in found.cities if one.name == city][:1]


def test_the_file_is_small(file: Path) -> None:
    """It is fetched on a phone, when somebody touches the field."""
    assert len(brotli.compress(file.read_bytes())) < 64_000


def test_spellings_that_differ_little_are_not_kept() -> None:
    """A name with other marks is found under the name itself."""
    assert "zurich" == folded("Zürich")
    assert ("Monaco di Baviera",) == worth("Munich", ["Múnich", "Munih", "Monaco di Baviera", "Monaco e Baviera"], 3)
