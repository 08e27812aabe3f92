"""Runs inside Pyodide while the site is built: walks the interpreter's paths that a reader's words might take."""

import datetime as dt
import gc
import importlib
import json
import re
import string
import unicodedata
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from functools import cmp_to_key, lru_cache, partial, reduce
from itertools import accumulate, chain, combinations, groupby, islice, pairwise, permutations, product, zip_longest
from typing import Any

TEXTS = (
    "",
    "a",
    "Dana Ruiz, thank you for Tuesday.\r\n\tI keep thinking about the migration; 3.5 days \\ 'quoted' \"twice\"?",
    "Grüße aus Köln, señor Müller – naïve façade ÿ ß ŸẞİıǅǄ",
    "ご連絡ありがとうございます。田中様、来週の月曜日に。Спасибо, Ольга Ивановна! شكرا جزيلا תודה רבה धन्यवाद ขอบคุณ 감사합니다",
    "😀👩‍👩‍👧‍👦🏳️‍🌈 astral 𝒳𐍈 end\u202e\u200b\ufeff\x00\x07\x1b",
    "x" * 5000 + "é" * 5000 + "漢" * 5000 + "😀" * 5000,
)
NUMBERS = (0, 1, -1, 255, 256, 10**9, 2**31, 2**62, -(2**63), 10**30, 0.0, -0.5, 1e-9, 3.14159, 1e300, True)


def work_out() -> None:
    """Does everything once and swallows what Python objects to: the objection is a path too."""
    for task in (*TEXT_TASKS, *map(_swallowing, NUMBER_TASKS)):
        for text in TEXTS:
            attempt(task, text)
    for number in NUMBERS:
        for other in NUMBERS:
            for task in NUMBER_TASKS:
                attempt(task, number, other)
    for job in (collections, iteration, classes, errors, dates, zones, countries, regular, memory):
        attempt(job)


def attempt(task: Callable[..., object], *given: object) -> None:
    """Calls it; any exception is welcome, and shown to Python's own error texts."""
    try:
        task(*given)
    except Exception as error:
        repr(error), str(error), error.__traceback__


def _swallowing(task: Callable[[Any, Any], object]) -> Callable[[str], object]:
    return lambda text: task(text, text)


TEXT_TASKS: tuple[Callable[[str], object], ...] = (
    lambda text: [
        getattr(text, name)() for name in dir(str) if name.startswith(("is", "low", "up", "cap", "tit", "swap", "case"))
    ],
    lambda text: [part.strip().rstrip(".").lstrip() for part in text.split()] + text.splitlines(keepends=True),
    lambda text: (
        text.split(","),
        text.rsplit(" ", 1),
        text.partition(" "),
        text.rpartition("a"),
        text.replace("a", "漢"),
    ),
    lambda text: (
        text[::-1],
        text[1:-1],
        text * 3,
        text + "é",
        "é" + text + "😀",
        text[:3] + "漢",
        sorted(text),
        set(text),
    ),
    lambda text: (
        text.find("a"),
        text.rfind("é"),
        text.index("t"),
        text.count("a"),
        "田中" in text,
        text.startswith(("a", "D")),
    ),
    lambda text: (
        text.center(30),
        text.ljust(40, "."),
        text.zfill(9),
        text.expandtabs(),
        text.removeprefix("a"),
        text.removesuffix("."),
    ),
    lambda text: [unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")],
    lambda text: [
        (unicodedata.category(one), unicodedata.combining(one), unicodedata.east_asian_width(one)) for one in text[:200]
    ],
    lambda text: (unicodedata.bidirectional(text[0]), unicodedata.is_normalized("NFC", text)),
    lambda text: [
        text.encode(code, "replace").decode(code, "ignore")
        for code in ("utf-8", "ascii", "latin-1", "utf-16", "utf-32")
    ],
    lambda text: (
        json.loads(json.dumps(text)),
        json.loads(json.dumps([text, {text: text}], ensure_ascii=False, indent=1)),
    ),
    lambda text: json.loads(text or "{"),
    lambda text: (
        repr(text),
        ascii(text),
        f"{text!r:>20}{text:^9}",
        "%s %r" % (text, text),
        "{0} {x}".format(text, x=text),
    ),  # noqa: UP031, UP032
    lambda text: (
        hash(text),
        text == text[:-1],
        text < "m",
        text >= "é",
        text.translate({97: "b", 98: None}),
        ord(text[0]),
    ),
    lambda text: (text.join(["a", "é", "漢"]), ", ".join(text[:50]), "".join(map(chr, map(ord, text)))),
    lambda text: (int(text), float(text)),
    lambda text: (int(text[0]), float(text[:1]), Decimal(text)),
    lambda text: (
        bytes(text, "utf-8").hex(),
        bytearray(text.encode()).find(b"a"),
        memoryview(text.encode())[1:].tobytes(),
    ),
    lambda text: (string.Template(text).safe_substitute(a=1), str.maketrans(text[:9], text[:9])),
    lambda text: dt.date.fromisoformat(text or "2027-02-29"),
)

NUMBER_TASKS: tuple[Callable[[Any, Any], object], ...] = (
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / b,
    lambda a, b: a // b,
    lambda a, b: a % b,
    lambda a, b: divmod(a, b),
    lambda a, b: a ** (b % 40),
    lambda a, b: (a < b, a <= b, a == b, a != b, max(a, b), min(a, b), abs(a), -a, +a, bool(a)),
    lambda a, b: (a & b, a | b, a ^ b, ~a, a >> (b % 70), a << (b % 70)),
    lambda a, b: (
        round(a, 2),
        round(a),
        int(a),
        float(a),
        str(a),
        repr(b),
        f"{a:,} {a:>12} {a:.3f} {a:e} {a:g}",
        f"{a:05d} {a:x}",
    ),
    lambda a, b: (
        hash(a),
        complex(a, b),
        sum([a, b, 0.5]),
        (a).bit_length(),
        int(str(a)),
        float(str(b)),
        int(str(a), 16),
    ),
    lambda a, b: (dt.timedelta(days=a, hours=b), dt.date.fromordinal(a), dt.datetime.fromtimestamp(a, dt.UTC)),
    lambda a, b: json.loads(json.dumps([a, b, None, True, {"a": b}])),
)


def collections() -> None:
    """Fills every kind of container past its small sizes, looks, compares, sorts and empties it."""
    many = [((number * 7919) % 10007, str(number)) for number in range(20000)]
    by_name, counted, grouped = dict(many), Counter(text[-1:] for _, text in many), defaultdict(list)
    for number, text in many:
        grouped[number % 97].append(text)
    names = {text for _, text in many} | {("tuple", 1), frozenset({1})}
    ordered, queue = OrderedDict(many), deque(many, maxlen=100)
    ordered.move_to_end(many[0][0])
    queue.rotate(3), queue.appendleft(1), queue.pop(), queue.extendleft([1]), queue.popleft()
    sorted(many), sorted(many, key=lambda pair: pair[1], reverse=True), sorted(names, key=str), sorted([0.5, 1, 2.5])
    sorted([(1, "b"), (1, "a")]), sorted(["é", "a"]), sorted([(1.0,), (0.5,)]), sorted([3, 1, 10**20])
    sorted(many, key=cmp_to_key(lambda one, other: one[0] - other[0])), counted.most_common(3), counted + counted
    names & set(by_name), names - {"1"}, names ^ {"2"}, names <= names, names.isdisjoint({3}), names.union({5})
    for key in list(by_name)[:15000]:
        del by_name[key]
    (
        by_name.update(a=1),
        by_name.setdefault("b", 2),
        by_name.pop("a"),
        by_name.popitem(),
        by_name | {"z": 1},
        by_name.copy(),
    )
    listed = list(range(1000))
    (
        listed[10:20],
        listed[::3],
        listed.index(500),
        listed.remove(500),
        listed.insert(3, 1),
        listed.reverse(),
        listed.extend((1, 2)),
    )
    listed[5:9] = (
        [1],
        listed.pop(0),
        listed.count(1),
        listed * 2,
        listed + [1],
        listed == [1],
        [1, 2] < [1, 3],
        (1, 2) < (1,),
    )
    del listed[3:50], listed[::2], listed[0]
    (
        dict.fromkeys("abc"),
        dict(zip("ab", "cd", strict=True)),
        {**by_name, "x": 1},
        list(reversed(listed)),
        tuple(listed)[1:3],
    )
    (
        [*listed, *"ab"],
        {*"ab"},
        (1, 2) * 3,
        (1, 2).index(2),
        (1,).count(1),
        str({1: {2}}),
        repr([(), {}, set(), frozenset()]),
    )


def iteration() -> None:
    """Runs generators, comprehensions and the iterator tools."""

    def numbers(stop: int) -> Any:
        try:
            got = yield 0
            yield from range(stop)
            return got
        finally:
            pass

    one = numbers(3)
    next(one), one.send(5), list(one), one.close()
    with suppress(ValueError):
        numbers(2).throw(ValueError("x"))
    (
        list(chain([1], "a")),
        list(accumulate(range(9))),
        list(combinations("abcd", 2)),
        list(permutations("abc")),
        list(product("ab", "cd")),
    )
    (
        [(key, list(group)) for key, group in groupby("aabbc")],
        list(islice(numbers(9), 2, 7, 2)),
        list(pairwise("abc")),
        list(zip_longest("ab", "c")),
    )
    (
        reduce(lambda a, b: a + b, range(9)),
        partial(int, base=2)("101"),
        any(x > 3 for x in range(9)),
        all([]),
        sum(range(9), start=3),
    )
    (
        list(enumerate("ab", 1)),
        list(map(str, range(3))),
        list(filter(None, [0, 1])),
        list(zip("ab", range(2), strict=False)),
        iter(int, 0),
    )
    (
        {x: y for x, y in zip("ab", "cd", strict=True)},
        {x for x in "ab"},
        min("ab", key=ord),
        max([], default=1),
        next(iter([]), None),
    )


def classes() -> None:
    """Makes and uses objects in the ways the engine and its libraries do."""

    class Meta(type):
        def __call__(cls, *given: Any, **named: Any) -> Any:
            return super().__call__(*given, **named)

    class One(metaclass=Meta):
        __slots__ = ("__weakref__", "value")

        def __init__(self, value: int = 1, *rest: int, key: int = 2, **more: int) -> None:
            self.value = value

        def __getattr__(self, name: str) -> str:
            return name

        def __eq__(self, other: object) -> bool:
            return isinstance(other, One) and self.value == other.value

        __hash__ = None  # type: ignore[assignment]

        @property
        def double(self) -> int:
            return self.value * 2

        @classmethod
        def made(cls, *given: int) -> "One":
            return cls(*given)

        @staticmethod
        @lru_cache(maxsize=2)
        def cached(number: int) -> int:
            return number

        def __len__(self) -> int:
            return 3

        def __getitem__(self, key: Any) -> Any:
            return range(3)[key]

        def __contains__(self, key: object) -> bool:
            return key == 1

        def __enter__(self) -> "One":
            return self

        def __exit__(self, *error: object) -> bool:
            return True

    with One(1, 2, key=3, more=4) as one:
        (
            one.double,
            one.missing,
            one == One.made(1),
            len(one),
            list(one),
            one[0],
            one[0:2],
            1 in one,
            hasattr(one, "x"),
            repr(one),
        )
        (
            [One.cached(number) for number in (1, 2, 3, 1)],
            getattr(one, "value"),
            setattr(one, "value", 5),
            callable(one),
            id(one),
        )  # noqa: B009, B010
        raise KeyError("swallowed")
    (
        isinstance(1, int | str),
        issubclass(bool, int),
        type("Two", (One,), {"x": 1})(),
        super(One, one).__repr__(),
        vars(One),
        dir(one),
    )
    match {"kind": "date", "by": [1, 2, 3]}:
        case {"kind": "range"}:
            pass
        case {"kind": str(kind), "by": [first, *rest]} if kind:
            repr((first, rest))


def errors() -> None:
    """Raises, chains, groups and shows exceptions of every kind, and reaches the depth where Python stops."""
    tasks: tuple[Callable[[], object], ...] = (
        lambda: {}["missing"],
        lambda: [][1],
        lambda: 1 / 0,  # noqa: B018
        lambda: int("x"),
        lambda: None.missing,  # type: ignore[attr-defined]
        lambda: undefined_name,  # type: ignore[name-defined]  # noqa: F821
        lambda: "a" + 1,  # type: ignore[operator]
        lambda: len(3),  # type: ignore[arg-type]
        lambda: (lambda a: a)(),  # type: ignore[call-arg, misc]
        lambda: dict(1, 2),  # type: ignore[call-overload]
        lambda: b"\xff".decode(),
        lambda: "\ud800".encode(),
        lambda: next(iter([])),
        lambda: importlib.import_module("no.such.module"),
        lambda: open("/no/such/file"),  # noqa: SIM115
        lambda: json.loads("[" * 400),
        lambda: json.loads('{"a": nope}'),
        lambda: "%d" % "a",
        lambda: "{}".format(),
        lambda: [].sort(1),  # type: ignore[call-overload]
        lambda: sorted([1, "a"]),  # type: ignore[type-var, list-item]
        lambda: bytes(10**12),
        lambda: int("9" * 10000),
        lambda: hash([]),
        lambda: dt.date(2027, 2, 29),
        lambda: dt.date.fromisoformat("2027-13-45"),
        lambda: dt.date.max + dt.timedelta(days=1),
        deep,
    )
    for task in tasks:
        try:
            try:
                task()
            except Exception as error:
                raise RuntimeError("chained") from error
        except RuntimeError as error:
            str(error.__cause__), repr(error.__cause__), error.__cause__.__traceback__ if error.__cause__ else None
    with suppress(ExceptionGroup):
        raise ExceptionGroup("many", [ValueError(1), KeyError(2)])


def deep() -> object:
    """Calls itself until Python says no."""
    return deep()


def dates() -> None:
    """Counts, formats and compares days and moments over the calendar's range."""
    start = dt.datetime(2019, 12, 30, 22, 59, 30, 500, tzinfo=dt.UTC)
    for step in range(0, 5000, 7):
        moment = start + dt.timedelta(days=step, hours=step % 24, minutes=step % 60)
        (
            moment.isoformat(),
            moment.date().isocalendar(),
            moment.weekday(),
            moment.timetuple(),
            moment.replace(hour=3, fold=1),
        )
        (
            moment.strftime("%A %d %B %Y, %H:%M %I %p %j %U"),
            moment.timestamp(),
            moment - start,
            hash(moment),
            moment.time().isoformat(),
        )
        (
            dt.datetime.fromisoformat(moment.isoformat()),
            moment.astimezone(dt.timezone(dt.timedelta(hours=5, minutes=30))),
            str(moment),
        )
    (
        dt.timedelta(days=3) / 2,
        dt.timedelta(hours=5) // dt.timedelta(hours=2),
        -dt.timedelta(1),
        str(dt.timedelta(-1, 3)),
        dt.time(9) < dt.time(10),
    )
    (
        dt.datetime.combine(dt.date(2027, 1, 7), dt.time(15)),
        dt.date(2027, 1, 7).toordinal(),
        dt.time.fromisoformat("15:00"),
        repr(start),
    )
    dt.datetime.strptime("2027-01-07 15:00", "%Y-%m-%d %H:%M").replace(tzinfo=dt.UTC)


def zones() -> None:
    """Reads every zone and asks it for its offsets around the year."""
    clock = importlib.import_module("followup.clock")
    for name in clock.zone_names():
        zone = clock.zone(name)
        for day in (
            dt.datetime(1950, 1, 1),
            dt.datetime(2027, 3, 14, 2, 30),
            dt.datetime(2027, 11, 7, 1, 30, fold=1),
            dt.datetime(2090, 7, 1),
        ):  # noqa: DTZ001
            moment = day.replace(tzinfo=zone)
            (
                moment.utcoffset(),
                moment.dst(),
                moment.tzname(),
                moment.astimezone(dt.UTC).astimezone(zone),
                str(zone),
                repr(zone),
            )


def countries() -> None:
    """Reads the calendar of every country and of every subdivision."""
    calendars = importlib.import_module("followup.calendars")
    for country in calendars.countries():
        for subdivision in ("", *(code for code, _ in country.subdivisions)):
            calendar = calendars.calendar_for(country.code, subdivision)
            for ordinal in range(20):
                attempt(calendar.is_business_day, dt.date(2027, 1, 1) + dt.timedelta(days=ordinal * 17))


def regular() -> None:
    """Compiles and runs patterns of every kind on every text."""
    patterns = (
        r"\b(\w+)\b",
        r"(?i)THANK|Grüße",
        r"(?P<day>\d{1,2})[./-](?P<month>\d+)",
        r"^\s*$",
        r"[^\W\d_]+?(?=\s)",
        r"(a|b)*?c",
        r"(?s).*x",
        r"[à-ÿ]+",
        r"(.)\1",
        r"(?<!a)b",
        "[漢字😀]",
        r"\S+@\S+\.\w{2,}",
    )
    for pattern, flags in product(patterns, (0, re.IGNORECASE, re.MULTILINE | re.DOTALL, re.ASCII)):
        compiled = re.compile(pattern, flags)
        for text in TEXTS[:-1]:
            for found in compiled.finditer(text):
                found.group(), found.groups(), found.groupdict(), found.span(), found.start(), repr(found)
            (
                compiled.sub(lambda found: found[0].upper(), text),
                compiled.split(text),
                compiled.findall(text),
                compiled.fullmatch(text),
            )
            compiled.sub(r"<\g<0>>", text), compiled.subn("", text), compiled.match(text), re.escape(text)
    attempt(re.compile, "(")


def memory() -> None:
    """Makes rings, lets them go, and grows past the memory that there is."""
    for _ in range(2000):
        ring: list[Any] = [{}]
        ring[0]["ring"] = ring
    gc.collect(0), gc.collect(1), gc.collect()
    blocks = [bytes(100000) for _ in range(100)]
    del blocks
