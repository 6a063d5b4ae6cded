//! What a language makes of a phrase once its values stand in it.

use crate::text::Language;

/// The phrase as it is written: Italian articles before a number, the blanks of French signs, the case of Slovene months.
pub fn agree(language: &Language, phrase: String) -> String {
    match language.as_str() {
        "it" => fit_articles(phrase),
        "fr" => fit_signs(phrase),
        "sl" => fit_months(phrase),
        _ => phrase,
    }
}

/// French sets a blank before its double signs and inside its quotation marks; no line may begin or end with them.
fn fit_signs(mut phrase: String) -> String {
    for sign in [" :", " ;", " ?", " !", " »", "« "] {
        if phrase.contains(sign) {
            phrase = phrase.replace(sign, &sign.replace(' ', "\u{a0}"));
        }
    }
    phrase
}

/// Slovene says "1. marec 2026" of the day alone and "od 1. marca do 3. aprila 2026" after these words.
fn fit_months(phrase: String) -> String {
    const BEFORE: [&str; 6] = ["od", "do", "dne", "Od", "Do", "Dne"];
    const MONTHS: [(&str, &str); 12] = [
        ("januar", "januarja"),
        ("februar", "februarja"),
        ("marec", "marca"),
        ("april", "aprila"),
        ("maj", "maja"),
        ("junij", "junija"),
        ("julij", "julija"),
        ("avgust", "avgusta"),
        ("september", "septembra"),
        ("oktober", "oktobra"),
        ("november", "novembra"),
        ("december", "decembra"),
    ];
    let mut words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
    for place in 2..words.len() {
        let name = words[place].trim_end_matches(|c: char| !c.is_alphanumeric());
        let Some((_, genitive)) = MONTHS.iter().find(|(nominative, _)| *nominative == name) else { continue };
        let day = words[place - 1].strip_suffix('.').is_some_and(|day| day.parse::<u8>().is_ok());
        if day && BEFORE.contains(&words[place - 2].as_str()) {
            let end = name.len();
            words[place].replace_range(..end, genitive);
        }
    }
    words.join(" ")
}

/// What Italian makes of an article before a number that is read with a vowel first, or as "zero": "dall'8 marzo", "l'82 %",
/// "all'11.000", "l'1 %", "lo 0 %", where the phrase says "dal { $day }" or "il { $share }".
fn fit_articles(phrase: String) -> String {
    const ARTICLES: [(&str, &str); 12] = [
        ("il", "l"),
        ("dal", "dall"),
        ("al", "all"),
        ("del", "dell"),
        ("nel", "nell"),
        ("sul", "sull"),
        ("Il", "L"),
        ("Dal", "Dall"),
        ("Al", "All"),
        ("Del", "Dell"),
        ("Nel", "Nell"),
        ("Sul", "Sull"),
    ];
    if !["l 0", "l 1", "l 8"].iter().any(|before| phrase.contains(before)) {
        return phrase;
    }
    let mut words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
    for place in (1..words.len()).rev() {
        let Some(sound) = first_sound(&words[place]) else { continue };
        // "(dal" and "«il" are articles too.
        let bare = words[place - 1].trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let Some((_, stem)) = ARTICLES.iter().find(|(article, _)| *article == bare) else { continue };
        let start = words[place - 1].len() - bare.len();
        words[place - 1].replace_range(start.., stem);
        if sound == Sound::Zero {
            words[place - 1].push('o');
        } else {
            let number = words.remove(place);
            words[place - 1].push('\'');
            words[place - 1].push_str(&number);
        }
    }
    words.join(" ")
}

/// What the article before a number must heed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    /// Uno, otto, ottanta, ottocento, ottomila, undici, undicimila.
    Vowel,
    /// Zero.
    Zero,
}

/// How a word begins that is a number in figures (`82\u{a0}%`, `8.400`, `11,5`), where the article must heed it.
fn first_sound(word: &str) -> Option<Sound> {
    let whole = word.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let rest = &word[whole.len()..];
    // `1º` is read "primo".
    if rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let thousands = rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    match whole {
        "0" => Some(Sound::Zero),
        // `1°` is typed for `1º`.
        "1" if thousands || rest.starts_with('°') => None,
        "1" | "11" => Some(Sound::Vowel),
        _ => whole.starts_with('8').then_some(Sound::Vowel),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_suits_the_number_as_it_is_read() {
        let fitted = |text: &str| fit_articles(text.to_owned());
        assert_eq!(fitted("aperta dal 8 marzo al 11 aprile 2026."), "aperta dall'8 marzo all'11 aprile 2026.");
        assert_eq!(fitted("Il 8 maggio, fino al 8."), "L'8 maggio, fino all'8.");
        assert_eq!(
            fitted("il 82\u{a0}%, rispetto al 81,5\u{a0}% (il 8\u{a0}%)"),
            "l'82\u{a0}%, rispetto all'81,5\u{a0}% (l'8\u{a0}%)"
        );
        assert_eq!(fitted("il 11,5 % e il 1,5 %, il 0\u{a0}%"), "l'11,5 % e l'1,5 %, lo 0\u{a0}%");
        assert_eq!(fitted("del 800, del 8.400, al 11.000, dal 0,3 %"), "dell'800, dell'8.400, all'11.000, dallo 0,3 %");
        for same in
            ["dal 18 marzo al 1º aprile, al 1° maggio", "il 110, il 118 %, il 1.100, il 10 %, il 78 %", "vale 8, vale 0", "al 8o"]
        {
            assert_eq!(fitted(same), same);
        }
    }

    #[test]
    fn no_french_sign_is_parted_from_its_word() {
        let fitted = fit_signs("Appuyez sur « Envoyer » : est-ce clair ? Oui ; merci !".to_owned());
        assert_eq!(fitted, "Appuyez sur «\u{a0}Envoyer\u{a0}»\u{a0}: est-ce clair\u{a0}? Oui\u{a0}; merci\u{a0}!");
        assert_eq!(fit_signs("https://example.org/?a=1: 8 h 30".to_owned()), "https://example.org/?a=1: 8 h 30");
    }

    #[test]
    fn a_slovene_month_after_from_and_until_is_in_the_genitive() {
        let fitted = |text: &str| fit_months(text.to_owned());
        assert_eq!(
            fitted("Odgovorite lahko od 1. marec do 3. maj, in sicer"),
            "Odgovorite lahko od 1. marca do 3. maja, in sicer"
        );
        assert_eq!(fitted("mogoče do 31. december 2026. Hvala"), "mogoče do 31. decembra 2026. Hvala");
        for same in ["1. marec 2026", "do maj", "od 3. do 4.", ""] {
            assert_eq!(fitted(same), same);
        }
    }
}
