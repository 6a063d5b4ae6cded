//! The numbers that the grammar of a language tells apart.

use super::phrases::empty_bundle;
use crate::text::Language;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet};

/// Every name that the rules of any language know (Unicode CLDR, plural rules).
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Counts of answers, minutes and choices stay below it; beyond it no language tells further numbers apart that matter here.
const MOST: u64 = 1_000;

/// The categories of a language, each with its numbers up to a thousand. A language without known rules is told like
/// English.
pub(super) fn categories(language: &Language) -> BTreeMap<&'static str, BTreeSet<u64>> {
    let cases: String =
        CATEGORIES.map(|name| if name == "other" { " *[other] other\n".into() } else { format!(" [{name}] {name}\n") }).concat();
    let resource = FluentResource::try_new(format!("told = {{ $count ->\n{cases}}}\n"));
    let mut bundle = empty_bundle(language);
    bundle.add_resource_overriding(resource.unwrap_or_else(|(resource, _)| resource));
    let mut categories: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
    let Some(pattern) = bundle.get_message("told").and_then(|message| message.value()) else { return categories };
    for count in 0..=MOST {
        let values = FluentArgs::from_iter([("count", FluentValue::from(count))]);
        let told = bundle.format_pattern(pattern, Some(&values), &mut Vec::new());
        let told = told.trim_matches(['\u{2068}', '\u{2069}']);
        if let Some(name) = CATEGORIES.into_iter().find(|name| *name == told) {
            categories.entry(name).or_default().insert(count);
        }
    }
    categories
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_tells_its_own_numbers_apart() {
        let of = |code: &str| categories(&Language::parse(code).unwrap()).into_keys().collect::<Vec<_>>();
        assert_eq!(of("it"), ["one", "other"]);
        assert_eq!(of("ro"), ["few", "one", "other"]);
        assert_eq!(of("sl"), ["few", "one", "other", "two"]);
        assert_eq!(of("ar"), ["few", "many", "one", "other", "two", "zero"]);
        assert_eq!(of("zh"), ["other"]);
        assert_eq!(of("qaa"), ["one", "other"], "a language without known rules");
        assert_eq!(of("pl"), ["few", "many", "one"], "Polish says other of fractions alone");
    }
}
