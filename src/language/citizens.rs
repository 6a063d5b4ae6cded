//! What citizens meet, and hence every language has: the keys with the values they take, and the file to translate from.

use super::messages::{self, Messages};
use super::phrases::{built_in, complete, embedded};
use super::plurals::categories;
use super::say_with;
use crate::text::Language;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A text that every language has.
pub(super) struct Wanted {
    /// Its key.
    pub(super) key: String,
    /// The values put in.
    pub(super) values: BTreeSet<String>,
    /// Those of them that are counts, on which the phrase depends.
    pub(super) counts: BTreeSet<String>,
}

/// The texts for citizens, in the order of the English files: what the languages have that have no texts for staff.
pub(super) static WANTED: LazyLock<Vec<Wanted>> = LazyLock::new(|| {
    let keys = keys_for_citizens();
    let mut wanted = Vec::new();
    for (_, text) in embedded(&Language::english()) {
        let Messages { all, .. } = messages::read(&text);
        wanted.extend(all.iter().filter(|message| keys.contains(message.key)).map(|message| Wanted {
            key: message.key.to_owned(),
            values: message.values.iter().map(|value| (*value).to_owned()).collect(),
            counts: message.choices.iter().map(|choice| choice.value.to_owned()).collect(),
        }));
    }
    wanted
});

fn keys_for_citizens() -> BTreeSet<String> {
    let for_citizens = built_in().into_iter().filter(|language| !complete().contains(language));
    let texts = for_citizens.flat_map(|language| embedded(&language));
    texts.flat_map(|(_, text)| messages::read(&text).all.iter().map(|own| own.key.to_owned()).collect::<Vec<_>>()).collect()
}

/// A file to start from: the texts for citizens in a language of the program, with what to do on top of it, told in `reader`'s language.
pub fn template(wanted: &Language, from: &Language, reader: &Language) -> String {
    let numbers: Vec<String> = categories(wanted)
        .into_iter()
        .map(|(name, counts)| {
            let some: Vec<String> = counts.iter().take(6).map(u64::to_string).collect();
            format!("[{name}] {}{}", some.join(", "), if counts.len() > 6 { " …" } else { "" })
        })
        .collect();
    let about =
        say_with(reader, "languages-about", &[("file", format!("{wanted}.ftl").into()), ("numbers", numbers.join(" · ").into())]);
    let mut template: String = about.lines().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect();
    let keys = keys_for_citizens();
    for (_, text) in embedded(from) {
        let chosen = of_keys(&text, &keys);
        if !chosen.is_empty() {
            template.push('\n');
            template.push_str(&chosen);
        }
    }
    template
}

/// The lines of a text that belong to these keys, with the comments before them.
fn of_keys(text: &str, keys: &BTreeSet<String>) -> String {
    let (mut chosen, mut before, mut inside) = (String::new(), String::new(), false);
    for line in text.lines() {
        let goes_on = line.starts_with([' ', '}', '[', '*']);
        if !goes_on {
            inside = false;
        }
        if let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            inside = keys.contains(key);
            if inside {
                chosen.push_str(&before);
            }
            before.clear();
        } else if !goes_on {
            before.push_str(line);
            before.push('\n');
        }
        if inside {
            chosen.push_str(line);
            chosen.push('\n');
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_to_start_from_has_the_texts_for_citizens_alone_and_says_what_to_do() {
        let romanian = Language::parse("ro").unwrap();
        let template = template(&romanian, &Language::english(), &Language::english());
        assert!(template.starts_with("# ") && template.contains("ro.ftl") && template.contains("[few] 0, 2, 3"), "{template}");
        for has in
            ["\nlanguage-name = English\n", "\nposter-heading = ", "\ncitizen-minutes = { $count ->\n    [one]", "# Letters"]
        {
            assert!(template.contains(has), "{has}");
        }
        for foreign in ["staff-", "poster-about", "What staff read"] {
            assert!(!template.contains(foreign), "{foreign}");
        }
        let read = messages::read(&template);
        assert!(read.mistakes.is_empty());
        assert!(read.all.iter().map(|message| message.key).eq(WANTED.iter().map(|wanted| wanted.key.as_str())));
    }
}
