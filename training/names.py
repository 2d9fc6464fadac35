"""People's names by country and gender, each name on one side: for training or for the fairness test."""

import hashlib
from functools import cache

from .sets import read

# Countries by part of the world: groups for the fairness figures, large enough to measure.
REGIONS = {
    "Anglo": "US GB CA AU NZ IE", "Western Europe": "FR DE IT ES PT BE NL AT CH DK NO FI IS LU", "Eastern Europe": "PL RU UA CZ SK HU RO BG RS HR SI LT LV EE",
    "Latin America": "MX AR CL BR PE CO CU DO VE UY PY BO SV", "Middle East and North Africa": "EG DZ MA TN LY SA AE KW JO LB IQ IR TR IL",
    "East Asia": "CN TW JP KR VN PH MY TH MN KH", "South Asia": "IN PK BD LK NP",
}
COUNTRIES = {
    "Anglo": "the United States|Canada|Australia|Ireland|New Zealand|England", "Western Europe": "France|Germany|Italy|Spain|Norway|Switzerland",
    "Eastern Europe": "Poland|Russia|Ukraine|Romania|Hungary|Serbia", "Latin America": "Mexico|Argentina|Brazil|Colombia|Venezuela|Cuba",
    "Middle East and North Africa": "Egypt|Iraq|Iran|Syria|Morocco|Turkey", "East Asia": "China|Japan|South Korea|Vietnam|the Philippines|Thailand",
    "South Asia": "India|Pakistan|Bangladesh|Nepal|Sri Lanka|Afghanistan", "Africa": "Nigeria|Kenya|Ethiopia|Somalia|Ghana|South Africa",
}
REGION_OF = {country: region for region, members in REGIONS.items() for country in members.split()}


def is_test(name: str) -> bool:
    """A third of all names are kept for the test."""
    return hashlib.sha256(name.encode()).digest()[0] < 85


@cache
def forenames(test: bool) -> tuple[tuple[str, str, str], ...]:
    """(name in Latin letters, M or F, region)"""
    # The set's first column is called "Country" with a byte order mark before it.
    rows = [(r.get("Romanized Name"), r.get("Gender"), REGION_OF.get(r.get("\ufeffCountry")))
            for r in read("names_by_country", "all") if r["kind"] == "forename"]
    return tuple(sorted({(n, g, region) for n, g, region in rows if n and g and region and is_test(n) == test}))


@cache
def surnames(test: bool) -> tuple[str, ...]:
    rows = [r.get("Romanized Name") for r in read("names_by_country", "all") if r["kind"] == "surname"]
    return tuple(sorted({n for n in rows if n and is_test(n) == test}))
