//! The words that numbers, amounts, dates and times are made of, folded, in English and Spanish.
//!
//! One table for all parts that read numbers: each word of a sentence is looked up once, and what it
//! can be is a set of [`Kinds`]. The table is made by the compiler, so that there is nothing to load.

/// What a word can be: a set, since `second` is a rank and `miles` is two words in two languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u64);

/// Declares kinds, each a bit of its own.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $name:ident = $bit:literal;)*) => {
        impl Kinds {
            $($(#[doc = $doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

kinds! {
    /// Digits alone, with their marks: `3,500.50`.
    DIGITS = 0;
    /// Digits alone, without a mark: `2024`.
    INTEGER = 1;
    /// Anything else that starts with a digit: `3.5m`, `10:30`, `14th`, `20-30`.
    MIXED = 2;
    /// A word with a hyphen inside.
    HYPHENED = 3;
    /// A number below a thousand in one word: `seven`, `quinientos`.
    SMALL = 4;
    /// What multiplies a number: `hundred`, `millones`.
    MULTIPLE = 5;
    /// A number with an article: `a dozen`, `una veintena`.
    GROUP = 6;
    /// A number that is not exact: `dozens`, `miles de`.
    VAGUE = 7;
    /// A part of one: `third`, `mitad`.
    FRACTION = 8;
    /// A rank: `first`, `octavo`.
    ORDINAL = 9;
    /// Money, behind a number: `dollars`.
    CURRENCY = 10;
    /// Money that an article makes an amount: `a dollar`.
    COIN = 11;
    /// A currency's code: `USD`.
    CODE = 12;
    /// A currency's sign.
    SIGN = 13;
    /// What may stand before a sign without a space: `US$`, `B/.`.
    PREFIX = 14;
    /// What says whose money it is, behind it: `pesos mexicanos`.
    WHOSE = 15;
    /// A measure: `kilometers`.
    UNIT = 16;
    /// A measure that an article makes an amount: `a mile`.
    LENGTH = 17;
    /// Before a measure: `square`.
    UNIT_BEFORE = 18;
    /// Behind a measure: `cuadrados`.
    UNIT_AFTER = 19;
    /// An English month.
    MONTH = 20;
    /// A Spanish month.
    SPANISH_MONTH = 21;
    /// An English day of the week.
    WEEKDAY = 22;
    /// A Spanish day of the week.
    SPANISH_WEEKDAY = 23;
    /// A season.
    SEASON = 24;
    /// A stretch of a day or more: `week`.
    PERIOD = 25;
    /// A stretch of less than a day: `hours`.
    HOURS = 26;
    /// A part of the day: `morning`.
    DAY_PART = 27;
    /// A moment of the day: `noon`.
    MOMENT = 28;
    /// A time that names itself: `tonight`.
    NIGHT = 29;
    /// A part of a period, before `of`: `end`, `mediados`.
    PART = 30;
    /// What places a period: `last`, `próximo`.
    PLACING = 31;
    /// What points at a period, or repeats it: `this`, `cada`.
    POINTING = 32;
    /// A day that names itself: `yesterday`.
    DAY = 33;
    /// How often: `annual`.
    RHYTHM = 34;
    /// A holiday.
    HOLIDAY = 35;
    /// What a number behind it only names: `article 29`, `ruta 5`.
    NUMBERED = 36;
    /// The last word of what may stand before a number: `than`, `about`.
    APPROXIMATE = 37;
    /// A count that is no number: `several`.
    SOME = 38;
    /// A preposition after which a number of four digits is a year.
    YEAR_AFTER = 39;
    /// The last word of a newspaper's name.
    PAPER = 40;
    /// A common English word that is no Spanish one.
    ENGLISH = 41;
    /// A common Spanish word that is no English one.
    SPANISH = 42;
    /// `straight`, `seguidos`: between a number and its period.
    IN_A_ROW = 43;
    /// `of`, `de`, `del`.
    OF = 44;
    /// `the`, `el`, `la`, `los`, `las`.
    THE = 45;
    /// `a`, `an`, `un`, `una`.
    A = 46;
    /// Small words that follow no rank: `of`, `and`, `to`.
    SMALL_WORD = 47;
    /// A Spanish number that is an English word, or a word of two meanings: `once`.
    SPANISH_SMALL = 48;
    /// `uno`, `una`: a number only beside what it counts.
    ONE = 49;
}

impl Kinds {
    /// Whether it is one of `kinds`.
    pub const fn is(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }

    /// Both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

type Entry = (&'static [u8], Kinds);

/// A power of two, about twice as many as there are words.
const SLOTS: usize = 2_048;

static TABLE: [Entry; SLOTS] = table();

/// What `word` can be by itself; nothing for digits and for words that are not in the table. ASCII
/// letters may have either case.
pub fn kinds_of(word: &str) -> Kinds {
    TABLE[slot(&TABLE, word.as_bytes())].1
}

/// Where `word` stands in the table, or where it would.
const fn slot(table: &[Entry; SLOTS], word: &[u8]) -> usize {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < word.len() {
        hash = (hash ^ word[at].to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    let mut slot = (hash ^ hash >> 15) as usize % SLOTS;
    while !table[slot].0.is_empty() && !table[slot].0.eq_ignore_ascii_case(word) {
        slot = (slot + 1) % SLOTS;
    }
    slot
}

#[expect(clippy::large_stack_arrays, reason = "made by the compiler, never on a stack")]
const fn table() -> [Entry; SLOTS] {
    let mut table: [Entry; SLOTS] = [(&[], Kinds(0)); SLOTS];
    let mut group = 0;
    while group < WORDS.len() {
        let (kinds, mut rest) = (WORDS[group].0, WORDS[group].1.as_bytes());
        while let [_, ..] = rest {
            let mut end = 0;
            while end < rest.len() && rest[end] != b' ' {
                end += 1;
            }
            let (word, after) = rest.split_at(end);
            if end > 0 {
                let at = slot(&table, word);
                table[at] = (word, table[at].1.or(kinds));
            }
            rest = if after.is_empty() { after } else { after.split_at(1).1 };
        }
        group += 1;
    }
    table
}

/// The words of each kind. A word may stand in several lines.
const WORDS: &[(Kinds, &str)] = &[
    (
        Kinds::SMALL,
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
         fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty \
         ninety dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince dieciseis \
         diecisiete dieciocho diecinueve veinte veintiuno veintiun veintiuna veintidos veintitres \
         veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta cuarenta \
         cincuenta sesenta setenta ochenta noventa cien ciento doscientos doscientas trescientos \
         trescientas cuatrocientos cuatrocientas quinientos quinientas seiscientos seiscientas \
         setecientos setecientas ochocientos ochocientas novecientos novecientas",
    ),
    (Kinds::SPANISH_SMALL, "once"),
    (Kinds::ONE, "uno una"),
    (
        Kinds::MULTIPLE,
        "hundred thousand million billion trillion dozen bn mn mil millon millones billon billones \
         docena crore lakh",
    ),
    (
        Kinds::GROUP,
        "hundred thousand million billion trillion dozen millon billon docena decena veintena \
         treintena cuarentena cincuentena centena centenar millar",
    ),
    (
        Kinds::VAGUE,
        "dozens hundreds thousands millions billions trillions tens cientos decenas docenas miles \
         millares millones billones centenares scores",
    ),
    (
        Kinds::FRACTION,
        "half third thirds quarter quarters fourth fourths fifth fifths sixth eighth tenth tenths \
         mitad tercio tercios cuarto cuartos medio media",
    ),
    (
        Kinds::ORDINAL,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
         thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth \
         thirtieth fortieth fiftieth sixtieth hundredth thousandth twenty-first twenty-second \
         twenty-third twenty-fifth primer primero primera primeros primeras segundo segunda tercer \
         tercero tercera cuarto cuarta quinto quinta sexto sexta septimo septima octavo octava \
         noveno novena decimo decima undecimo undecima duodecimo duodecima decimotercer \
         decimotercero decimotercera decimocuarto decimocuarta decimoquinto decimoquinta vigesimo \
         vigesima trigesimo trigesima centesimo centesima",
    ),
    (
        Kinds::CURRENCY,
        "dollar dollars euro euros pound pounds peso pesos yen yenes yuan yuanes renminbi rupee \
         rupees rupias ruble rubles rouble roubles rublos won franc francs franco francos rand rial \
         rials riyal riyals dinar dinars dirham dirhams shekel shekels baht ringgit rupiah reais \
         reales sol soles bolivar bolivares bolivars balboa balboas quetzal quetzales colon colones \
         lempira lempiras cordobas guarani guaranies cent cents penny pence dolar dolares libras \
         centavo centavos centimos lira liras naira krona kroner kronor coronas zloty hryvnia \
         hryvnias grivnas crowns bolivianos bitcoins",
    ),
    (Kinds::COIN, "dollar euro peso penny cent dolar centavo quetzal balboa ruble rupee"),
    (
        Kinds::CODE,
        "usd eur gbp cop mxn ars clp pen brl ves uyu bob pyg crc gtq hnl nio pab dop cup jpy cny \
         inr cad aud nzd chf rub krw zar ngn kes try sek nok dkk pln uah rs rs.",
    ),
    (Kinds::SIGN, "$ € £ ¥ ₹ ₽ ₩ ₡ ₲ ₪ ₺ ₴ ₱ ₦ ¢"),
    (
        Kinds::PREFIX,
        "us u.s. a au c ca nz hk s r mx ar col b usd eur rd nt clp cop cad aud mxn ars uy",
    ),
    (
        Kinds::WHOSE,
        "estadounidenses americanos canadienses australianos suizos mexicanos colombianos \
         argentinos chilenos uruguayos dominicanos cubanos filipinos esterlinas sterling",
    ),
    (
        Kinds::UNIT,
        "kilometer kilometers kilometre kilometres km kms meter meters metre metres m centimeter \
         centimeters centimetre centimetres cm millimeter millimeters millimetre millimetres mm mile \
         miles foot feet ft inch inches yard yards acre acres hectare hectares ha ton tons tonne \
         tonnes kilogram kilograms kilogramme kilogrammes kilo kilos kg gram grams g milligrams mg \
         micrograms ounce ounces liter liters litre litres gallon gallons barrel barrels bushel \
         bushels degree degrees watts kilowatt kilowatts megawatt megawatts mw gigawatt gigawatts gw \
         kilowatt-hours megawatt-hours kwh volts hertz mph knots kph kmh km² m² m³ calories \
         light-years bytes kilobytes megabytes gigabytes terabytes mb gb tb decibels metro metros \
         kilometro kilometros centimetro centimetros milimetro milimetros milla millas pie pies \
         pulgada pulgadas yarda yardas hectarea hectareas tonelada toneladas litro litros kilogramo \
         kilogramos gramo gramos miligramos onza onzas galon galones barril barriles quintales \
         grado grados vatios kilovatios megavatios gigavatios nudos arrobas carats °",
    ),
    (
        Kinds::LENGTH,
        "mile kilometer kilometre meter metre kilometro metro milla hectare hectarea half-mile",
    ),
    (Kinds::UNIT_BEFORE, "square cubic metric nautical short long linear"),
    (
        Kinds::UNIT_AFTER,
        "cuadrado cuadrados cuadradas cubico cubicos nauticas fahrenheit celsius centigrade \
         centigrado centigrados",
    ),
    (
        Kinds::MONTH,
        "january february march april may june july august september october november december jan. \
         feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb aug sept oct nov dec",
    ),
    (
        Kinds::SPANISH_MONTH,
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre \
         diciembre",
    ),
    (
        Kinds::WEEKDAY,
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays \
         thursdays fridays saturdays sundays",
    ),
    (
        Kinds::SPANISH_WEEKDAY,
        "lunes martes miercoles jueves viernes sabado domingo sabados domingos",
    ),
    (Kinds::SEASON, "spring summer autumn fall winter verano invierno otono primavera"),
    (
        Kinds::PERIOD,
        "day days week weeks month months year years decade decades century centuries weekend \
         weekends quarter quarters fortnight fortnights semester semesters millennium millennia \
         weekdays dia dias semana semanas mes meses ano anos decada decadas siglo siglos trimestre \
         trimestres semestre semestres bimestre bimestres cuatrimestre quincena quinquenio bienio",
    ),
    (
        Kinds::HOURS,
        "hour hours minute minutes min mins seconds hora horas minuto minutos segundos millisecond \
         milliseconds milisegundos nights mornings afternoons evenings noches madrugadas",
    ),
    (Kinds::DAY_PART, "morning afternoon evening night madrugada manana tarde noche"),
    (
        Kinds::MOMENT,
        "noon midnight midday dawn dusk sunset sunrise daybreak nightfall mediodia medianoche \
         amanecer anochecer atardecer alba",
    ),
    (Kinds::NIGHT, "tonight overnight anoche"),
    (
        Kinds::PART,
        "end beginning start middle rest half turn quarter close outset mitad finales final fines fin \
         principios principio mediados inicios inicio comienzos comienzo resto",
    ),
    (
        Kinds::PLACING,
        "last next past previous coming following same first final early late upcoming ultimo \
         ultimos ultima ultimas proximo proximos proxima proximas pasado pasada pasados pasadas \
         primer primero primeros primera primeras mismo misma siguiente siguientes",
    ),
    (
        Kinds::POINTING,
        "this that every each another one these those este esta ese esa aquel aquella cada otro otra \
         estos estas esos esas aquellos aquellas",
    ),
    (Kinds::DAY, "today yesterday tomorrow hoy ayer anteayer"),
    (
        Kinds::RHYTHM,
        "daily weekly monthly yearly annual annually quarterly biannual biennial nightly anual \
         anuales anualmente mensual mensuales semanal semanales trimestral trimestrales semestral",
    ),
    (
        Kinds::HOLIDAY,
        "christmas easter ramadan thanksgiving halloween hanukkah navidad nochebuena nochevieja \
         pascua",
    ),
    (
        Kinds::NUMBERED,
        "article articles law decree section chapter route road highway interstate flight version \
         case room office resolution act bill docket exhibit gate platform pier channel suite \
         apartment building unit batch line type phase paragraph clause title articulo articulos ley \
         decreto resolucion expediente ruta carretera calle avenida vuelo version sentencia oficio \
         capitulo numeral inciso parrafo telefono celular codigo oficina local torre autopista \
         acuerdo canal linea tipo fase norma anexo transitorio radicado",
    ),
    (
        Kinds::APPROXIMATE,
        "as than of least most to over under about around nearly almost some roughly approximately \
         estimated additional another further total de del menos minimo hasta unos unas casi el la \
         un una otros otras aproximadamente virtually barely",
    ),
    (Kinds::SOME, "several few couple varios varias pocos pocas many some recent algunos algunas"),
    (
        Kinds::YEAR_AFTER,
        "in since by of from until till during before after early late for through and to en de \
         desde del hasta mid around circa between entre ( y a para durante hacia anos ano year years",
    ),
    (Kinds::PAPER, "times telegraph mirror express mail post herald tribune journal star sun news"),
    (
        Kinds::ENGLISH,
        "the of and in to for with on at by from was were that is are its his her their which had \
         have said will be been not but after",
    ),
    (
        Kinds::SPANISH,
        "el la los las de del que en por con para una se su sus al es fue son mas desde sobre entre \
         como ha han ser este esta unos unas lo les y",
    ),
    (
        Kinds::IN_A_ROW,
        "straight consecutive more full whole long business working calendar additional further mas \
         enteros enteras completos completas largos consecutivos consecutivas seguidos seguidas \
         habiles ultimos ultimas proximos proximas primeros primeras fiscal",
    ),
    (Kinds::OF, "of de del"),
    (Kinds::THE, "the el la los las"),
    (Kinds::A, "a an un una"),
    (
        Kinds::SMALL_WORD,
        "of and to or in on at for with from as than he she they it we i you de del y o en con donde \
         que por para a al e u",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::spelling::fold;

    #[test]
    fn words_are_found_as_they_are_listed() {
        let mut n_words = 0;
        for (kinds, words) in WORDS {
            for word in words.split(' ') {
                assert!(!word.is_empty() && fold(word) == word, "{word:?}");
                assert!(kinds_of(word).is(*kinds), "{word:?}");
                n_words += 1;
            }
        }
        assert!(n_words > 500 && n_words < SLOTS * 2 / 3, "{n_words} words");
        assert_eq!(kinds_of("Second"), Kinds::ORDINAL);
        assert_eq!(kinds_of("house"), Kinds::default());
        assert_eq!(kinds_of(""), Kinds::default());
    }
}
