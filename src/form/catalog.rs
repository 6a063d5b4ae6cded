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
    use crate::form;

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

    #[test]
    fn an_unknown_name_finds_nothing() {
        assert_eq!(form("no-such-form"), None);
        assert_eq!(form("../Cargo"), None);
    }
}
