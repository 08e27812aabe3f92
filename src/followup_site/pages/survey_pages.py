"""Writes the pages on what was counted: surveys of employers, and how long employers take."""

from collections.abc import Mapping

from followup.rules import findings
from followup.rules.findings import Duration, Survey, trust_words
from followup_site.pages.evidence_rows import Figures, Row, one_claim, parts, told, with_reason, written
from followup_site.pages.rendering import country
from followup_site.words.wording import site_list, site_words


def surveys(attributes: Mapping[str, str]) -> str:
    """Gives the surveys: what was asked of whom, what came out, and who sells what."""
    return written(_survey(number, one) for number, one in enumerate(findings.surveys(), 1))


def _survey(number: int, one: Survey) -> Row:
    asked, unknown = one.sampled, site_words("pages.surveys.unknown_country")
    if one.sample:
        asked = site_words(f"pages.surveys.{'more' if one.more else 'sample'}", asked=asked, sample=one.sample)
    return Row(
        id=f"survey-{number}",
        title=site_words("pages.surveys.title", who=one.who, dated=one.dated),
        told=told(
            "pages.survey",
            asked=one_claim(asked),
            country=one_claim(country(one.country) if one.country else unknown),
            sells=one_claim(one.sells or site_words("pages.surveys.sells_nothing")),
            found=one_claim(one.finding),
            trust=one_claim(with_reason(trust_words(one.trust), one.trust_because)),
        ),
        figures=tuple(
            Figures(
                title=each.question, parts=parts(((share.answer, share.percent) for share in each.shares), "%", 100)
            )
            for each in one.asked
        ),
        addresses=one.addresses,
        read=one.read,
    )


def helpful(attributes: Mapping[str, str]) -> str:
    """Gives the share that called a thank-you helpful, survey by survey, with those of one country together."""
    answers = ((country(one.country), each) for one in findings.surveys() for each in one.helpful)
    found = sorted((where, each.year, each.percent) for where, each in answers)
    undated = site_words("pages.helpful.undated")
    shares = (
        (site_words("pages.helpful.survey", country=where, year=year or undated), percent)
        for where, year, percent in found
    )
    survey, share = site_list("pages.helpful.heads")
    title = site_words("pages.helpful.title")
    return written([], Figures(title=title, parts=parts(shares, "%", 100), heads=(survey, share)))


def durations(attributes: Mapping[str, str]) -> str:
    """Gives how long employers take in one part of the page: by country, by trade, or as advisers tell it."""
    about = attributes["about"]
    known = sorted({one.about for one in findings.durations()})
    if about not in known:
        raise ValueError(site_words("mistakes.tags.durations", about=about, known=", ".join(known)))
    return written(_duration(number, one) for number, one in enumerate(findings.durations(), 1) if one.about == about)


def _duration(number: int, one: Duration) -> Row:
    percent = one.unit == "percent"
    unit = "%" if percent else f" {one.unit}"
    most = 100 if percent else max((figure.count for figure in one.figures), default=1)
    by_country = one.by == "country"
    shown = parts(((_of(each.of) if by_country else each.of, each.count) for each in one.figures), unit, most)
    where, long = site_list("pages.duration.heads")
    return Row(
        id=f"duration-{number}",
        title=one.what,
        told=told("pages.duration", whose=one_claim(one.whose)),
        figures=(Figures(title="", parts=shown, heads=(where, long), sorts=by_country),) if shown else (),
        note=one.note,
        addresses=one.addresses,
        read=one.read,
    )


def _of(code: str) -> str:
    return country(code) if code else site_words("pages.duration.world")
