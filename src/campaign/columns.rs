//! What stands in the columns of a file of contacts: guessed from the headings and the cells, and corrected by who knows.

use super::Address;
use crate::sheet::{Sheet, SheetError, SheetRow};
use crate::text::Code;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a column is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnUse {
    /// Not kept.
    Unused,
    /// The address; the one column that there must be.
    Address,
    /// The first name, or the whole name.
    FirstName,
    /// The surname.
    Surname,
    /// The language of the letters.
    Language,
    /// An attribute, kept for a stated reason.
    Attribute,
}

/// A table of contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactTable {
    /// The headings; empty texts where the first row is a person already.
    pub headings: Vec<String>,
    /// The people's rows.
    pub rows: Vec<SheetRow>,
    /// What stood between the cells.
    pub delimiter: char,
}

/// An attribute of the contacts of a survey: what is known of them for sampling and letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its code within the survey.
    pub code: Code,
    /// What it is called: the heading of its column.
    pub label: String,
    /// Why it is kept.
    pub reason: String,
}

impl ColumnUse {
    /// All uses.
    pub const ALL: [Self; 6] = [Self::Unused, Self::Address, Self::FirstName, Self::Surname, Self::Language, Self::Attribute];

    /// Its code in a form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unused => "unused",
            Self::Address => "address",
            Self::FirstName => "first_name",
            Self::Surname => "surname",
            Self::Language => "language",
            Self::Attribute => "attribute",
        }
    }

    /// Reads what [`ColumnUse::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }

    /// Whether several columns may be taken for it.
    pub fn may_repeat(self) -> bool {
        matches!(self, Self::Unused | Self::Attribute)
    }
}

/// Headings in lower case without blanks and signs, the surest first.
const ADDRESS: [&str; 18] = [
    "email",
    "emailaddress",
    "mail",
    "indirizzoemail",
    "indirizzomail",
    "indirizzodiposta",
    "indirizzodipostaelettronica",
    "indirizzopostaelettronica",
    "postaelettronica",
    "casellaemail",
    "emailpersonale",
    "pec",
    "indirizzopec",
    "emailadresse",
    "mailadresse",
    "epost",
    "epostadresse",
    "pecadresse",
];
/// Headings that may as well stand over streets.
const PERHAPS_ADDRESS: [&str; 3] = ["indirizzo", "address", "adresse"];
const FIRST_NAME: [&str; 14] = [
    "nome",
    "name",
    "nominativo",
    "nomecognome",
    "nomeecognome",
    "cognomenome",
    "cognomeenome",
    "firstname",
    "givenname",
    "vorname",
    "fullname",
    "vollständigername",
    "vornamenachname",
    "vorundnachname",
];
const SURNAME: [&str; 7] = ["cognome", "surname", "lastname", "familyname", "nachname", "familienname", "zuname"];
const LANGUAGE: [&str; 8] =
    ["lingua", "language", "lang", "sprache", "linguapreferita", "preferredlanguage", "bevorzugtesprache", "gewünschtesprache"];
/// How many rows are looked at to guess by.
const LOOKED_AT: usize = 200;

impl ContactTable {
    /// Reads a table. A heading is never an address: where one stands in the first row, that row is a person.
    ///
    /// # Errors
    /// When it is no table.
    pub fn read(text: &str) -> Result<Self, SheetError> {
        Self::read_with(text, None)
    }

    /// The same with this between the cells; `None` for what seems to stand there.
    ///
    /// # Errors
    /// As [`ContactTable::read`].
    pub fn read_with(text: &str, delimiter: Option<char>) -> Result<Self, SheetError> {
        let Sheet { header, mut rows, delimiter } = Sheet::read_with(text.as_bytes(), delimiter)?;
        if !header.iter().any(|cell| Address::parse(cell).is_ok()) {
            return Ok(Self { headings: header, rows, delimiter });
        }
        let headings = vec![String::new(); header.len()];
        rows.insert(0, SheetRow { line: 1, cells: header });
        Ok(Self { headings, rows, delimiter })
    }

    /// What its columns seem to be; those headed like one of these attributes are taken for it.
    pub fn recognise(&self, attributes: &[Attribute]) -> Vec<ColumnUse> {
        let plain: Vec<String> = self.headings.iter().map(|heading| plain(heading)).collect();
        let find = |headings: &[&str]| headings.iter().find_map(|heading| plain.iter().position(|own| own == heading));
        let address = find(&ADDRESS).or_else(|| self.column_of_addresses()).or_else(|| find(&PERHAPS_ADDRESS));
        let known = |column: usize| self.code_of(column).is_some_and(|code| attributes.iter().any(|own| own.code == code));
        let mut uses: Vec<ColumnUse> =
            (0..plain.len()).map(|column| if known(column) { ColumnUse::Attribute } else { ColumnUse::Unused }).collect();
        for (found, taken) in [
            (find(&LANGUAGE), ColumnUse::Language),
            (find(&SURNAME), ColumnUse::Surname),
            (find(&FIRST_NAME), ColumnUse::FirstName),
            (address, ColumnUse::Address),
        ] {
            if let Some(column) = found {
                uses[column] = taken;
            }
        }
        uses
    }

    /// The column with the most addresses, where they are at least half of what stands in it.
    fn column_of_addresses(&self) -> Option<usize> {
        let counted = (0..self.headings.len()).map(|column| {
            let cells = self.rows.iter().take(LOOKED_AT).filter_map(|row| row.cells.get(column)).map(|cell| cell.trim());
            let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
            let addresses = filled.iter().filter(|cell| Address::parse(cell).is_ok()).count();
            (addresses, addresses * 2 >= filled.len(), column)
        });
        let likely = counted.filter(|(addresses, half, _)| *half && *addresses > 0);
        // The first of equals.
        likely.min_by_key(|(addresses, _, column)| (std::cmp::Reverse(*addresses), *column)).map(|(_, _, column)| column)
    }

    /// The code that a column has as an attribute; two columns of one heading have two. `None` for no such column.
    pub fn code_of(&self, column: usize) -> Option<Code> {
        let heading = self.headings.get(column)?;
        let code = code_from(heading).unwrap_or_else(|| format!("column_{}", column + 1));
        let earlier = self.headings[..column].iter().filter(|own| code_from(own).as_ref() == Some(&code)).count();
        let code = if earlier == 0 { code } else { format!("{}_{}", code.chars().take(36).collect::<String>(), earlier + 1) };
        Code::parse(&code)
    }
}

fn plain(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A code that reads like a heading: "Città di residenza" is `citta_di_residenza`.
fn code_from(heading: &str) -> Option<String> {
    let mut code = String::new();
    for c in heading.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)) {
        if c.is_ascii_alphanumeric() {
            code.push(c);
        } else if !code.is_empty() && !code.ends_with('_') {
            code.push('_');
        }
    }
    let code = code.trim_start_matches(|c: char| !c.is_ascii_lowercase()).chars().take(Code::MOST).collect::<String>();
    let code = code.trim_end_matches('_').to_owned();
    (!code.is_empty()).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognised(text: &str) -> Vec<&'static str> {
        ContactTable::read(text).unwrap().recognise(&[]).into_iter().map(ColumnUse::code).collect()
    }

    #[test]
    fn columns_are_recognised_by_their_headings() {
        assert_eq!(recognised("Cognome;Nome;Lingua;E-Mail;Età\n"), ["surname", "first_name", "language", "address", "unused"]);
        assert_eq!(recognised("PEC;e-mail\nx@pec.it;a@x.it\n"), ["unused", "address"]);
        assert_eq!(recognised("Indirizzo\tPosta elettronica\nVia Roma 1\ta@x.it\n"), ["unused", "address"]);
        assert_eq!(recognised("Familienname;Vorname;Sprache;E-Mail-Adresse\n"), ["surname", "first_name", "language", "address"]);
        assert_eq!(recognised("Zuname;Vorname;E-Mail\n"), ["surname", "first_name", "address"]);
        assert_eq!(recognised("Indirizzo\nno\n"), ["address"], "better asked about than not found");
    }

    #[test]
    fn the_headings_that_are_asked_for_are_those_that_are_recognised() {
        for language in crate::language::complete() {
            let asked =
                ["surname", "language", "address"].map(|used| crate::language::say(language, &format!("contacts-use-{used}")));
            assert_eq!(recognised(&format!("{}\n", asked.join(";"))), ["surname", "language", "address"], "{asked:?}");
        }
    }

    #[test]
    fn a_column_of_addresses_is_recognised_by_what_stands_in_it() {
        assert_eq!(recognised("Indirizzo;Recapito\nVia Roma 1;a@x.it\nVia Po 2;\nVia Arno;b@x.it\n"), ["unused", "address"]);
        assert_eq!(recognised("Chi;Dove\nAnna;Pisa\n"), ["unused", "unused"]);
        let bare = ContactTable::read("Anna;a@x.it\nBea;b@x.it\n").unwrap();
        assert_eq!((bare.rows.len(), bare.headings.as_slice()), (2, [String::new(), String::new()].as_slice()));
        assert_eq!(bare.recognise(&[])[1], ColumnUse::Address);
    }

    #[test]
    fn an_attribute_that_there_is_is_recognised_and_has_a_readable_code() {
        let table = ContactTable::read("email;Città di residenza;2° livello;;Zona;zona\n").unwrap();
        let codes: Vec<String> = (0..6).map(|column| table.code_of(column).unwrap().to_string()).collect();
        assert_eq!(codes, ["email", "citta_di_residenza", "livello", "column_4", "zona", "zona_2"]);
        let known = Attribute { code: Code::parse("zona").unwrap(), label: "Zona".to_owned(), reason: "campione".to_owned() };
        assert_eq!(table.recognise(&[known])[4..], [ColumnUse::Attribute, ColumnUse::Unused]);
        assert_eq!(table.code_of(6), None);
    }
}
