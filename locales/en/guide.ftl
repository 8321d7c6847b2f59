# What goes under each label, what does not, and two examples: a line each.
# Examples are written [words|LABEL]; a line that begins with one has {""} before it.
guide-person =
    People by name, real or invented, families too. First names, surnames and nicknames together are one mark.
    Not titles and offices (Dr., President, Captain), nor groups of people, which are NORP or ORG.
    Dr. [Lucía Ferrer|PERSON] called the captain back.
    The [Ibarras|PERSON] have run the mill since the flood.
guide-org =
    Companies, agencies, ministries, parties, clubs, schools: anything with a name and members that can act.
    Not the building they are in, which is FAC, nor a country acting through its government, which is GPE.
    The [Port Authority|ORG] raised its fees.
    She studied at the [Northern Technical School|ORG].
guide-gpe =
    Countries, states, provinces, cities, villages: places that have a government, also where the government is meant.
    Not places without one (rivers, regions: LOC), nor adjectives and peoples (Peruvian: NORP).
    The road from [Loja|GPE] was closed.
    {""}[Chile|GPE] signed the treaty in May.
guide-loc =
    Places without a government of their own: continents, mountains, rivers, seas, deserts, named regions.
    Not cities and countries (GPE), nor what people have built (FAC).
    Snow fell on the [Sierra Morena|LOC].
    The boats came down the [Paraná|LOC] at night.
guide-date =
    Days, weeks, months, years, seasons and ages, exact or not, and periods of a day or longer, with the words that bound them.
    Not anything shorter than a day, which is TIME.
    The bridge opens [early next year|DATE].
    It rained for [more than three weeks|DATE].
guide-money =
    Amounts of money with their currency, and with the words that bound them: about, more than, at least.
    Not a number whose currency is not said, nor a currency spoken of without an amount.
    The repair cost [about 3.5 million dollars|MONEY].
    He had [twenty pesos|MONEY] left.
guide-percent =
    Percentages with their sign or word, and with the words that bound them.
    Not fractions in words, such as a third, which are CARDINAL.
    {""}[Nearly 12%|PERCENT] of the wells were dry.
    Prices fell by [four percent|PERCENT].
guide-cardinal =
    Numbers that count things and are of no other kind, in digits or in words, with the words that bound them.
    Not numbers with a currency, a unit, a percent sign or a date, nor one used as a pronoun.
    {""}[At least 9,000|CARDINAL] people crossed.
    {""}[Two thirds|CARDINAL] of the fleet stayed in port.
guide-event =
    Named storms, battles, wars, games, festivals, operations, elections with a name of their own.
    Not events that are only described: the storm, last year’s strike.
    {""}[Hurricane Odile|EVENT] turned north.
    The town still talks of the [Salt War|EVENT].
guide-norp =
    Nationalities, religions, peoples and political leanings, as nouns or as adjectives.
    Not the country itself, which is GPE, nor a party as an organization, which is ORG.
    A [Bolivian|NORP] crew put out the fire.
    The [liberals|NORP] voted against it.
guide-fac =
    What people have built and named: airports, bridges, roads, ports, stadiums, buildings.
    Not the organization inside it when that is what acts, which is ORG, nor the town around it.
    Traffic stopped on the [Amistad Bridge|FAC].
    They landed at [El Alto Airport|FAC].
guide-product =
    Things that are made and have a name: vehicles, ships, weapons, devices, foods, programs.
    Not the maker, which is ORG, nor services, nor things without a name of their own.
    They flew two [Caravan 208s|PRODUCT] over the delta.
    The [Santa Clara|PRODUCT] sank in the channel.
guide-work =
    Titles of books, songs, films, paintings, plays and programs, without the quotation marks around them.
    Not the newspaper or studio behind them, which is ORG, nor works that are only described.
    Her first novel was “[The Last Ferry|WORK_OF_ART]”.
    The choir sang [Sound of the Reeds|WORK_OF_ART].
guide-law =
    Named laws, constitutions, treaties and their numbered parts.
    Not bills and rules without a name, nor a law spoken of as the law.
    The [Clean Rivers Act|LAW] forbids it.
    She cited [Article 14 of the Constitution|LAW].
guide-language =
    Any language by its name.
    Not the people who speak it, nor the same word said of a country’s things: both are NORP.
    The notice was in [Quechua|LANGUAGE].
    Few officers speak [Portuguese|LANGUAGE].
guide-time =
    Times of the day and periods shorter than a day, with the words that bound them.
    Not days and anything longer, which are DATE.
    The siren went off [shortly after 6 a.m.|TIME]
    The search took [almost two hours|TIME].
guide-quantity =
    Measurements with their unit: weight, distance, area, speed, volume, temperature.
    Not money, percentages and periods of time, nor numbers that only count, which are CARDINAL.
    The wall is [nine meters|QUANTITY] high.
    They seized [more than 40 tons|QUANTITY] of timber.
guide-ordinal =
    First, second, 3rd and so on, in words or in digits.
    Not the day in a date, which is part of the DATE, nor an ordinal inside a name.
    It was the [third|ORDINAL] flood in a decade.
    The crew finished [first|ORDINAL].
