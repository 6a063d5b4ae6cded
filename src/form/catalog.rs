//! The shipped questionnaires and charters, embedded in the program.

use rust_embed::RustEmbed;
use std::borrow::Cow;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/forms/"]
#[include = "*.toml"]
struct Files;

/// What the names of charter files begin with; every other file is a form.
const CHARTER: &str = "carta-";

/// The names of the shipped forms (`urp-annuale`), in alphabetical order.
pub fn forms() -> Vec<String> {
    names().filter(|name| !name.starts_with(CHARTER)).collect()
}

/// The names of the shipped charters (`carta-urp`), in alphabetical order.
pub fn charters() -> Vec<String> {
    names().filter(|name| name.starts_with(CHARTER)).collect()
}

/// The file of a shipped form by its name or its code (`urp-annuale`, `urp_annuale`).
pub fn form(name: &str) -> Option<Cow<'static, str>> {
    source(name).filter(|_| !name.starts_with(CHARTER))
}

/// The file of a shipped charter by its name (`carta-urp`).
pub fn charter(name: &str) -> Option<Cow<'static, str>> {
    source(name).filter(|_| name.replace('_', "-").starts_with(CHARTER))
}

fn names() -> impl Iterator<Item = String> {
    Files::iter().filter_map(|path| path.strip_suffix(".toml").map(str::to_owned))
}

fn source(name: &str) -> Option<Cow<'static, str>> {
    let file = Files::get(&format!("{}.toml", name.replace('_', "-")))?;
    match file.data {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{self, Indicator};
    use crate::form::{self, Kind, Layout, Role};

    #[test]
    fn every_shipped_form_is_without_fault_or_warning() {
        assert!(!forms().is_empty());
        for name in forms() {
            let text = form(&name).expect("it is listed");
            let reading = form::read(&format!("{name}.toml"), &text);
            assert_eq!(reading.faults, []);
            let form = reading.form.expect("there is no fault");
            assert_eq!(form.code.as_str().replace('_', "-"), name);
        }
    }

    fn parsed(name: &str) -> form::Form {
        form::parse(name, &form(name).expect("it is listed")).expect("it is without fault")
    }

    #[test]
    fn the_annual_form_asks_all_that_an_office_must_know_and_who_answers_last() {
        let annual = parsed("urp-annuale");
        let layout = Layout::of(&annual);
        assert_eq!(annual.languages.iter().map(|language| language.as_str()).collect::<Vec<_>>(), ["it", "en", "de", "fr", "sl"]);
        for service in ["internet", "ombudsman", "energy", "transport", "fax", "job_desk", "fees"] {
            for asked in ["services_used", "services_known"] {
                assert!(layout.field(&format!("{asked}_{service}")).is_some(), "{asked} {service}");
            }
        }
        let judged: Vec<_> = layout.fields.iter().filter(|field| field.role == Role::Satisfaction).collect();
        assert!(judged.len() >= 12, "{}", judged.len());
        for factor in ["staff", "information", "waiting", "access", "digital"] {
            assert!(judged.iter().any(|field| field.factor.as_ref().is_some_and(|own| own.as_str() == factor)), "{factor}");
        }
        let roles: Vec<Role> = annual.questions().map(|(_, question)| question.role).collect();
        for role in [Role::Importance, Role::Overall, Role::Expectation, Role::Need, Role::Recommend, Role::Comment] {
            assert!(roles.contains(&role), "{role:?}");
        }
        let last = annual.pages.last().expect("it has pages");
        assert!(last.questions.iter().all(|question| question.role == Role::Profile || question.kind == Kind::Note));
        let required: Vec<&str> =
            annual.questions().filter(|(_, question)| question.required).map(|(_, question)| question.code.as_str()).collect();
        assert_eq!(required, ["overall"]);
    }

    #[test]
    fn the_smileys_ask_for_reasons_on_the_red_one_only() {
        let smileys = parsed("faccine");
        let (page, reasons) = smileys.questions().find(|(_, question)| question.code.as_str() == "reasons").expect("it asks why");
        let asked = [1, 2, 3].map(|face| smileys.shows(page, reasons, &|_| form::Value::Given(face)));
        assert_eq!(asked, [true, false, false]);
    }

    #[test]
    fn the_charter_promises_what_a_survey_shows_and_what_is_counted_otherwise() {
        let charter = charter::parse("carta-urp", &charter("carta-urp").expect("it is listed")).expect("it is without fault");
        let measured = |standard: &charter::Standard| matches!(standard.indicator, Indicator::Survey { .. });
        let others: Vec<&str> =
            charter.standards.iter().filter(|standard| !measured(standard)).map(|standard| standard.code.as_str()).collect();
        assert_eq!(others, ["three_rings", "email_reply", "complaints_closed", "opening_days", "yearly_survey", "users_heard"]);
        assert!(charter.standards.iter().filter(|standard| measured(standard)).count() >= 6);
    }

    #[test]
    fn an_unknown_name_finds_nothing() {
        assert_eq!(form("no-such-form"), None);
        assert_eq!(form("../Cargo"), None);
    }
}
