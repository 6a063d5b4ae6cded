//! Which columns say who answered: known by their heading, and by their cells where nobody headed them so.

use super::day::is_day;
use super::heading::{fold, unnumbered, without_count};

/// What stands where a cell was that says who answered, in a column known by its cells alone: so it stays known.
pub(super) const UNREAD: &str = "\u{2022}";

/// Who answered, as the programs themselves note it or as questionnaires ask for it.
const PERSONAL: &[&str] = &[
    "email",
    "e mail",
    "mail",
    "pec",
    "email address",
    "e mail address",
    "indirizzo email",
    "indirizzo e mail",
    "indirizzo mail",
    "indirizzo pec",
    "posta elettronica",
    "posta elettronica certificata",
    "indirizzo di posta elettronica",
    "correo electrónico",
    "adresse e mail",
    "e mail adresse",
    "name",
    "full name",
    "first name",
    "last name",
    "surname",
    "name and surname",
    "nome",
    "cognome",
    "nome e cognome",
    "cognome e nome",
    "nome cognome",
    "cognome nome",
    "nome completo",
    "nominativo",
    "nombre",
    "nom",
    "prénom",
    "vorname",
    "nachname",
    "familienname",
    "vor und nachname",
    "vorname und nachname",
    "username",
    "user name",
    "nome utente",
    "nutzername",
    "benutzername",
    "phone",
    "phone number",
    "mobile",
    "mobile number",
    "telephone",
    "telephone number",
    "telefono",
    "numero di telefono",
    "recapito telefonico",
    "recapito",
    "recapiti",
    "telefon",
    "telefonnummer",
    "handynummer",
    "cellulare",
    "numero di cellulare",
    "codice fiscale",
    "codice fiscale p iva",
    "steuernummer",
    "tax code",
    "data di nascita",
    "date of birth",
    "geburtsdatum",
    "indirizzo",
    "indirizzo di residenza",
    "address",
    "adresse",
];

/// What headings of such columns begin with, whatever follows: "Nome e cognome del compilatore".
const BEGINNINGS: &[&str] = &[
    "nome e cognome ",
    "cognome e nome ",
    "indirizzo e mail ",
    "indirizzo email ",
    "codice fiscale ",
    "numero di telefono ",
    "recapito telefonico ",
    "email address ",
    "e mail adresse ",
    "phone number ",
];

/// Whose it is, said before what is asked.
const WHOSE: &[&str] =
    &["il tuo ", "il suo ", "la tua ", "la sua ", "i tuoi ", "i suoi ", "your ", "ihr ", "ihre ", "deine ", "dein "];

/// Whether a heading asks who answers. Its number, the number of its repetition and what stands in brackets behind it do not count.
pub(super) fn by_heading(heading: &str) -> bool {
    let bare = without_brackets(unnumbered(heading));
    let folded = [Some(bare), without_count(bare)].into_iter().flatten().map(fold).collect::<Vec<String>>();
    // What goes on as a question may ask about the telephone, not for it.
    let begins = |own: &String| !heading.contains('?') && BEGINNINGS.iter().any(|before| own.starts_with(before));
    let whose = |own: &str| WHOSE.iter().find_map(|before| own.strip_prefix(before)).map(str::to_owned);
    let bare: Vec<String> = folded.iter().filter_map(|own| whose(own)).collect();
    folded.iter().chain(&bare).any(|own| PERSONAL.contains(&own.as_str()) || begins(own))
}

fn without_brackets(heading: &str) -> &str {
    let heading = heading.trim_end_matches(['*', ' ', '\u{a0}', ':']);
    let inner = heading.strip_suffix(')').and_then(|rest| rest.rfind('(').map(|at| rest[..at].trim()));
    inner.filter(|rest| !rest.is_empty()).unwrap_or(heading)
}

/// Whether most of the cells that hold anything are addresses, telephone numbers or tax codes.
pub(super) fn by_cells<'c>(cells: impl Iterator<Item = &'c str>) -> bool {
    let (mut all, mut personal) = (0_usize, 0_usize);
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
        all += 1;
        personal += usize::from(cell == UNREAD || is_address(cell) || is_tax_code(cell) || is_phone(cell));
    }
    personal * 2 > all
}

/// `x@y.z`, and nothing else.
fn is_address(cell: &str) -> bool {
    let Some((local, domain)) = cell.split_once('@') else { return false };
    let ends = |text: &str| text.starts_with('.') || text.ends_with('.');
    !local.is_empty() && domain.contains('.') && !ends(domain) && !cell.contains(char::is_whitespace)
}

/// The form of an Italian tax code: `RSSMRA80A01L736Y`.
fn is_tax_code(cell: &str) -> bool {
    const FORM: &[u8; 16] = b"aaaaaa00a00a000a";
    let letters: Vec<u8> = cell.bytes().filter(|byte| *byte != b' ').collect();
    let fits = |(own, form): (&u8, &u8)| match form {
        b'a' => own.is_ascii_alphabetic(),
        // Digits become letters where two people would have one code.
        _ => own.is_ascii_digit() || b"LMNPQRSTUVlmnpqrstuv".contains(own),
    };
    letters.len() == FORM.len() && letters.iter().zip(FORM).all(fits)
}

/// Eight digits or more that begin as telephone numbers do; no day.
fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let begins = cell.trim_start_matches('(').starts_with(['+', '0', '3']);
    let is_of = |c: char| c.is_ascii_digit() || [' ', '+', '-', '.', '/', '(', ')', '\u{a0}'].contains(&c);
    (8..=15).contains(&digits) && begins && cell.chars().all(is_of) && !is_day(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_ask_who_answers_are_known() {
        for heading in [
            "Email",
            "1. Email",
            "Indirizzo e-mail",
            "Posta elettronica",
            "Nome utente",
            "NAME",
            "Nome e cognome:",
            "Nome e cognome (facoltativo) *",
            "Il suo indirizzo e-mail per essere ricontattato",
            "Recapito telefonico",
            "Nome completo",
            "Il tuo nome e cognome",
            "Your name",
            "PEC",
            "E-mail2",
            "Nome2",
            "Telefono (facoltativo)",
            "Codice fiscale / P.IVA",
            "Data di nascita",
            "Indirizzo",
        ] {
            assert!(by_heading(heading), "{heading}");
        }
        for heading in
            ["Nome dell'ufficio", "Codice fiscale: le è stato chiesto?", "Cortesia al telefono", "Anno di nascita", "(a)"]
        {
            assert!(!by_heading(heading), "{heading}");
        }
    }

    #[test]
    fn cells_that_name_somebody_are_known_under_any_heading() {
        for cells in [
            &["anna@example.org", "b@example.org", "no"][..],
            &["RSSMRA80A01L736Y", "rss mra 80a01 l736y"],
            &["333 1234567", "+39 041 1234567", "(041) 123.4567", ""],
            &[UNREAD],
        ] {
            assert!(by_cells(cells.iter().copied()), "{cells:?}");
        }
        for cells in [
            &["Molto", "a@b.it", "Poco"][..],
            &["05/03/2024", "2024-03-05"],
            &["34000", "12"],
            &["1,5", "3"],
            &["scrivere a a@b.it"],
            &[],
        ] {
            assert!(!by_cells(cells.iter().copied()), "{cells:?}");
        }
    }
}
