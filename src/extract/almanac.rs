//! The words of the calendar in English and Spanish, folded: what `calendar` and `clock` read by.

/// English months; a capital is asked for besides.
pub(crate) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "jun.",
    "jul.",
    "aug.",
    "sept.",
    "sep.",
    "oct.",
    "nov.",
    "dec.",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// Spanish months.
pub(crate) const SPANISH_MONTHS: &[&str] = &[
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Days of the week.
pub(crate) const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mondays",
    "tuesdays",
    "wednesdays",
    "thursdays",
    "fridays",
    "saturdays",
    "sundays",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
];

/// Seasons.
pub(crate) const SEASONS: &[&str] =
    &["spring", "summer", "autumn", "fall", "winter", "verano", "invierno", "otono"];

/// Stretches of time of a day or more.
pub(crate) const PERIODS: &[&str] = &[
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "weekend",
    "weekends",
    "quarter",
    "quarters",
    "fortnight",
    "semester",
    "dia",
    "dias",
    "semana",
    "semanas",
    "mes",
    "meses",
    "ano",
    "anos",
    "decada",
    "decadas",
    "siglo",
    "siglos",
    "trimestre",
];

/// Days and rhythms that name themselves.
pub(crate) const NAMED_DAYS: &[&str] = &[
    "today",
    "yesterday",
    "tomorrow",
    "hoy",
    "ayer",
    "anteayer",
    "anoche",
    "daily",
    "weekly",
    "monthly",
    "yearly",
    "annual",
    "annually",
    "christmas",
    "easter",
    "ramadan",
    "thanksgiving",
];

/// Parts of a period that take `of` after them: `the end of January`.
pub(crate) const PARTS: &[&str] =
    &["end", "beginning", "start", "middle", "rest", "eve", "half", "quarter", "turn"];

pub(crate) const SPANISH_PARTS: &[&str] =
    &["finales", "principios", "mediados", "inicios", "fines", "comienzos"];

/// Words before a period that place it: `last year`.
pub(crate) const PLACING: &[&str] =
    &["last", "next", "this", "past", "previous", "coming", "following", "same"];

pub(crate) const SPANISH_PLACING: &[&str] =
    &["este", "esta", "proximo", "proxima", "pasado", "pasada", "ultimo", "ultima"];

/// Counts that are no numbers: `several weeks`.
pub(crate) const VAGUE_COUNTS: &[&str] = &[
    "a",
    "an",
    "one",
    "several",
    "many",
    "few",
    "recent",
    "some",
    "another",
    "un",
    "una",
    "varios",
    "varias",
    "consecutive",
];

/// After these, a bare number of four digits is a year.
pub(crate) const YEAR_AFTER: &[&str] = &[
    "in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "early",
    "late", "for", "through", "and", "to", "en", "de", "desde", "del", "hasta", "mid", "around",
    "circa", "between", "(",
];
