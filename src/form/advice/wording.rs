//! The words of a question, an item or a note: what pushes, negates, leaves no room, joins, is too long or asks who somebody is.

use super::explained::asked_and_explained;
use super::joined::{asked, joined_in, without_introduction};
use super::readability::readability;
use super::tokens::{Phrases, Span, Token, outside_parentheses, tokens, words_of};
use super::use_made::is_removable;
use super::words::{Lexicon, lexicon};
use super::{Advice, Matter, Place, Remedy};
use crate::form::{Choice, Form, Kind, Question, Role};
use crate::text::{Language, Texts};

/// A question longer than this, in characters, is not read on a phone.
pub(super) const LONG_QUESTION: usize = 200;

/// How a text is answered: what is wrong in a statement to judge is right in an open question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// On a scale of judgement.
    Judged,
    /// With yes or no.
    YesNo,
    /// On a scale of something else, with a choice or a number.
    Other,
    /// In free words.
    Open,
    /// Not at all: it is only read.
    Told,
}

/// Words at fault, and where they stand.
struct Marked {
    matter: Matter,
    words: String,
}

/// Notes everything about the words of a form.
pub(super) fn advise_on_words(form: &Form, advice: &mut Vec<Advice>) {
    advise_on_reading(form, &Place::Form, &form.introduction, advice);
    for (_, question) in form.questions() {
        let place = Place::Question(question.code.clone());
        let manner = manner_of(question);
        advise_on_text(form, &place, &question.text, manner, judges_one_thing(question) && is_single(question), advice);
        advise_on_reading(form, &place, &question.hint, advice);
        let Kind::Matrix { items, .. } = &question.kind else { continue };
        for item in items {
            let place = Place::Item { question: question.code.clone(), item: item.code.clone() };
            advise_on_text(form, &place, &item.text, manner, judges_one_thing(question), advice);
        }
    }
}

/// A matrix names what its items are about; only these are judged.
fn is_single(question: &Question) -> bool {
    !matches!(question.kind, Kind::Matrix { .. })
}

/// Whether two things joined leave the answer without a meaning.
fn judges_one_thing(question: &Question) -> bool {
    match &question.kind {
        Kind::Rating { .. } | Kind::Matrix { .. } => {
            matches!(question.role, Role::Satisfaction | Role::Overall | Role::Importance)
        }
        Kind::SingleChoice { choices } => is_yes_no(choices),
        _ => false,
    }
}

fn manner_of(question: &Question) -> Manner {
    match &question.kind {
        Kind::Rating { .. } | Kind::Matrix { .. } => Manner::Judged,
        Kind::SingleChoice { choices } if is_yes_no(choices) => Manner::YesNo,
        Kind::SingleChoice { .. } | Kind::MultipleChoice { .. } | Kind::Number { .. } => Manner::Other,
        Kind::OpenText { .. } => Manner::Open,
        Kind::Note => Manner::Told,
    }
}

/// Whether one may answer yes, and no, and little else.
fn is_yes_no(choices: &[Choice]) -> bool {
    let begins = |choice: &Choice, of: fn(&Lexicon) -> &Phrases| {
        choice.label.iter().any(|(language, label)| {
            let known =
                lexicon(language).is_some_and(|lexicon| tokens(label).first().is_some_and(|first| of(lexicon).have(first)));
            known && label.split_whitespace().count() <= 3
        })
    };
    choices.len() <= 4
        && choices.iter().any(|choice| begins(choice, |words| &words.yes_no.0))
        && choices.iter().any(|choice| begins(choice, |words| &words.yes_no.1))
}

/// The languages of a form in its own order, each with its text.
fn texts_of<'f>(form: &'f Form, texts: &'f Texts) -> impl Iterator<Item = (&'f Language, &'f str)> {
    form.languages.iter().filter(|language| texts.has(language)).map(|language| (language, texts.get(language, language)))
}

fn advise_on_text(form: &Form, place: &Place, texts: &Texts, manner: Manner, one_thing: bool, advice: &mut Vec<Advice>) {
    advise_on_reading(form, place, texts, advice);
    if manner == Manner::Told {
        return;
    }
    for (language, text) in texts_of(form, texts) {
        let characters = text.chars().count();
        if characters > LONG_QUESTION {
            let remedy = explains_besides(form, place).then(|| Remedy::move_to_hint(place)).flatten();
            let matter = Matter::LongText { characters, most: LONG_QUESTION };
            advice.push(Advice::at(place.clone(), matter).in_language(language).with_remedy(remedy));
        }
    }
    // What is asked wrongly is asked so in every translation: it is said once, in the first language that shows it.
    let mut said: Vec<&'static str> = Vec::new();
    for (language, text) in texts_of(form, texts) {
        let Some(lexicon) = lexicon(language) else { continue };
        let tokens = outside_parentheses(tokens(text));
        let mut found = mistakes(lexicon, text, &tokens, manner);
        let joint = Some(&tokens).filter(|_| one_thing).and_then(|tokens| joined_in(lexicon, text, tokens));
        found.extend(joint.map(|joint| Marked { matter: Matter::DoubleBarrelled, words: joint.marked }));
        for Marked { matter, words } in found {
            let name = matter.keys().name;
            if said.contains(&name) {
                continue;
            }
            said.push(name);
            let remedy = match (&matter, place) {
                (Matter::DoubleBarrelled, Place::Item { question, item }) => Remedy::split(form, question, item),
                (Matter::PersonalAsked | Matter::SensitiveAsked, Place::Question(code)) => {
                    is_removable(form, code).then(|| Remedy::Remove(code.clone()))
                }
                _ => None,
            };
            advice.push(Advice::at(place.clone(), matter).in_language(language).marking(&words).with_remedy(remedy));
        }
    }
}

/// Whether a question explains besides asking, in every language, and has no hint that the explanation would have to join.
fn explains_besides(form: &Form, place: &Place) -> bool {
    let Place::Question(code) = place else { return false };
    let Some((_, question)) = form.questions().find(|(_, question)| question.code == *code) else { return false };
    question.hint.is_empty() && texts_of(form, &question.text).all(|(_, text)| asked_and_explained(text).is_some())
}

fn advise_on_reading(form: &Form, place: &Place, texts: &Texts, advice: &mut Vec<Advice>) {
    for (language, text) in texts_of(form, texts) {
        if let Some(found) = readability(language, text).filter(|found| found.is_hard()) {
            advice.push(Advice::at(place.clone(), Matter::HardToRead(found)).in_language(language));
        }
    }
}

/// What is wrong with the words of a question, but for what they join.
fn mistakes(lexicon: &Lexicon, text: &str, all: &[Token<'_>], manner: Manner) -> Vec<Marked> {
    let mut found = Vec::new();
    let leading = leading(lexicon, all);
    found.extend(leading.as_ref().map(|span| marked(Matter::Leading, text, all, span)));
    let personal = Some(all).filter(|_| manner == Manner::Open).and_then(|all| personal(lexicon, all));
    found.extend(personal.map(|span| marked(Matter::PersonalAsked, text, all, &span)));
    found.extend(lexicon.sensitive.find_listed_first(all).map(|span| marked(Matter::SensitiveAsked, text, all, &span)));
    if !matches!(manner, Manner::Judged | Manner::YesNo) {
        return found;
    }
    for sentence in asked(all) {
        // "Non crede che" pushes; that it negates too is the same mistake.
        let pushing = leading.as_ref().and_then(|span| Some(all.get(span.start)?.start..all.get(span.end - 1)?.end()));
        let negated = negated(lexicon, sentence)
            .filter(|(_, span)| !pushing.as_ref().is_some_and(|pushing| pushing.contains(&sentence[span.start].start)));
        found.extend(negated.map(|(matter, span)| marked(matter, text, sentence, &span)));
        found.extend(absolute(lexicon, sentence).map(|(sentence, span)| marked(Matter::Absolute, text, sentence, &span)));
    }
    found
}

fn marked(matter: Matter, text: &str, tokens: &[Token<'_>], span: &Span) -> Marked {
    Marked { matter, words: words_of(text, tokens, span).to_owned() }
}

fn overlaps(span: &Span, others: &[Span]) -> bool {
    others.iter().any(|other| span.start < other.end && other.start < span.end)
}

/// Phrases that push, or praise without its opposite beside it ("da pessimo a ottimo").
fn leading(lexicon: &Lexicon, all: &[Token<'_>]) -> Option<Span> {
    if lexicon.opposites.iter().any(|(one, other)| one.stand_in(all) && other.stand_in(all)) {
        return None;
    }
    let balanced = all.iter().any(Token::is_number) || lexicon.worse.stand_in(all);
    let praise = || lexicon.praising.find_listed_first(all).filter(|_| !balanced);
    let pushing = super::tokens::sentences(all).into_iter().find_map(|sentence| {
        let span = lexicon.leading.find_all(sentence).into_iter().next()?;
        let before = all.iter().position(|token| token.start == sentence[0].start)?;
        Some(span.start + before..span.end + before)
    });
    pushing.or_else(praise)
}

/// A negated verb; with a second negation, or a negative word, both.
fn negated(lexicon: &Lexicon, sentence: &[Token<'_>]) -> Option<(Matter, Span)> {
    let harmless = lexicon.harmless_negations.find_all(sentence);
    let first = lexicon.negations.find_all(sentence).into_iter().find(|span| !overlaps(span, &harmless))?;
    let second = (first.end..sentence.len()).find(|at| {
        let again =
            lexicon.negators.have(&sentence[*at]) && !overlaps(&(*at..at + 1), &harmless) && !follows_or(lexicon, sentence, *at);
        again || lexicon.negative_words.have(&sentence[*at])
    });
    // "È contrario a non ...": the negative word goes before.
    let before = sentence[..first.end].iter().position(|token| lexicon.negative_words.have(token));
    Some(match (before, second) {
        (Some(at), _) => (Matter::DoubleNegation, at.min(first.start)..first.end),
        (None, Some(at)) => (Matter::DoubleNegation, first.start..at + 1),
        (None, None) => (Matter::Negation, first),
    })
}

/// "non ... e non ...": one negation said twice.
fn follows_or(lexicon: &Lexicon, sentence: &[Token<'_>], at: usize) -> bool {
    const OR: [&str; 12] = ["o", "né", "ma", "oppure", "or", "but", "oder", "aber", "ou", "mais", "ali", "ampak"];
    at.checked_sub(1)
        .and_then(|before| sentence.get(before))
        .is_some_and(|before| lexicon.joining.have(before) || OR.contains(&&*before.lower))
}

/// A word that leaves no room, in a statement or a question for yes or no; "quanto" asks for a degree itself.
fn absolute<'s, 't>(lexicon: &Lexicon, sentence: &'s [Token<'t>]) -> Option<(&'s [Token<'t>], Span)> {
    let sentence = without_introduction(lexicon, sentence);
    if sentence.first().is_some_and(|first| lexicon.asking.have(first)) {
        return None;
    }
    let harmless = lexicon.harmless_absolutes.find_all(sentence);
    let found = lexicon.absolutes.find_all(sentence).into_iter().find(|span| !overlaps(span, &harmless))?;
    Some((sentence, found))
}

/// How far before what is personal "non scriva" may stand, in words.
const FORBIDDING_REACHES: usize = 3;

/// What tells who somebody is: but for what is nobody's, or is asked to be left out.
fn personal(lexicon: &Lexicon, all: &[Token<'_>]) -> Option<Span> {
    let (harmless, forbidding) = (lexicon.harmless_personal.find_all(all), lexicon.forbidding.find_all(all));
    let nobodys = |span: &Span| harmless.iter().any(|own| own.start <= span.end && span.start < own.end);
    let forbidden = |span: &Span| {
        let between = |own: &Span| all.get(own.end..span.start);
        let near = |between: &[Token<'_>]| between.len() <= FORBIDDING_REACHES && between.iter().all(|token| token.word);
        forbidding.iter().filter_map(between).any(near)
    };
    together(lexicon.personal.find_all(all)).into_iter().find(|span| !nobodys(span) && !forbidden(span))
}

/// Spans that overlap, as one: "indirizzo" and "indirizzo e-mail". They are in order.
fn together(spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut().filter(|last| span.start < last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::super::example::{choices, form_with, matrix, open, question};
    use super::super::{Surroundings, advise};
    use super::*;

    /// What is said of a text in a language: as an item, or as a question for yes or no where it ends with a question mark.
    fn said(code: &str, text: &str) -> Vec<&'static str> {
        let language = Language::parse(code).unwrap();
        let yes_no = Kind::SingleChoice { choices: choices(&["Sì", "No"]) };
        let mut form = match text.ends_with('?') {
            true => form_with(vec![question("q", text, Role::Filter, yes_no)]),
            false => form_with(vec![matrix("m", "M", &[("q", text)])]),
        };
        form.languages.insert(0, language.clone());
        let texts = Texts::one(language, text);
        match &mut form.pages[0].questions[0] {
            Question { kind: Kind::Matrix { items, .. }, .. } => items[0].text = texts,
            question => question.text = texts,
        }
        let of_words = advise(&form, &Surroundings::default()).into_iter().filter(|advice| advice.language.is_some());
        of_words.map(|advice| advice.matter.keys().name).collect()
    }

    #[test]
    fn the_main_matters_are_marked_in_every_language() {
        for (language, text, name) in [
            ("en", "Courtesy and competence of the staff", "double-barrelled"),
            ("en", "The staff is always polite", "absolute"),
            ("en", "The answer was not clear", "negation"),
            ("en", "It is not impossible to park", "double-negation"),
            ("en", "Don't you think that the office is better?", "leading"),
            ("en", "Was our excellent desk easy to find?", "leading"),
            ("de", "Freundlichkeit und Kompetenz", "double-barrelled"),
            ("de", "Das Personal ist immer freundlich", "absolute"),
            ("de", "Die Antwort war nicht klar", "negation"),
            ("de", "Finden Sie nicht, dass das Amt besser ist?", "leading"),
            ("fr", "Courtoisie et compétence", "double-barrelled"),
            ("fr", "Le personnel est toujours poli", "absolute"),
            ("fr", "La réponse n'était pas claire", "negation"),
            ("fr", "Ne pensez-vous pas que le bureau est meilleur ?", "leading"),
            ("sl", "Prijaznost in strokovnost", "double-barrelled"),
            ("sl", "Osebje je vedno prijazno", "absolute"),
            ("sl", "Odgovor ni bil jasen", "negation"),
            ("sl", "Ali ne mislite, da je urad boljši?", "leading"),
            ("it", "La cortesia oltre che la competenza", "double-barrelled"),
            ("en", "The speed as well as the quality of the reply", "double-barrelled"),
            ("en", "I can't find the office", "negation"),
            ("de", "Auskunft sowie Wartezeit", "double-barrelled"),
        ] {
            assert_eq!(said(language, text), [name], "{language}: {text}");
        }
    }

    #[test]
    fn harmless_words_are_left_alone_in_every_language() {
        for (language, text) in [
            ("en", "Opening and closing times"),
            ("en", "Services for families and businesses"),
            ("en", "Ease of use for all"),
            ("en", "Is the office open every day?"),
            ("en", "Help for people who do not speak Italian"),
            ("de", "Hilfe für Bürger und Unternehmen"),
            ("de", "Entfernung zwischen Haltestelle und Amt"),
            ("de", "Auskünfte nicht nur auf Italienisch"),
            ("fr", "Jours et horaires d'ouverture"),
            ("fr", "Aide pour ceux qui ne parlent pas italien"),
            ("sl", "Dnevi in ure odprtja"),
            ("sl", "Razdalja med postajo in uradom"),
            ("ro", "Nu este întotdeauna clar și complet"),
        ] {
            assert_eq!(said(language, text), Vec::<&str>::new(), "{language}: {text}");
        }
    }

    /// What is said of an open question, with the words at fault.
    fn asked_openly(text: &str) -> Option<String> {
        let form = form_with(vec![open("q", text)]);
        let found = advise(&form, &Surroundings::default()).into_iter().find(|one| one.matter == Matter::PersonalAsked);
        assert!(found.as_ref().is_none_or(|one| one.remedy.is_none()), "the page would have no question left");
        found?.marked
    }

    #[test]
    fn what_is_personal_is_spared_only_by_what_stands_beside_it() {
        for (text, marked) in [
            ("Lasci il Suo numero di telefono: il personale dell'ufficio La richiamerà.", "numero di telefono"),
            ("Nome e cognome dell'utente del servizio", "Nome e cognome"),
            ("Codice fiscale (senza spazi): codice fiscale senza spazi", "codice fiscale"),
            ("Nome del bambino", "Nome"),
            ("Nome del Comune e Suo indirizzo", "Suo indirizzo"),
        ] {
            assert_eq!(asked_openly(text).map(|words| words.to_lowercase()), Some(marked.to_lowercase()), "{text}");
        }
        for text in [
            "Nome del Comune",
            "Nome della biblioteca che frequenta",
            "Indirizzo della pagina",
            "Indirizzo e-mail dell'ufficio che Le ha risposto",
            "Che cosa possiamo migliorare? Non scriva il Suo nome.",
        ] {
            assert_eq!(asked_openly(text), None, "{text}");
        }
    }

    #[test]
    fn a_negative_word_before_a_negation_makes_two() {
        assert_eq!(said("it", "È contrario a non prolungare l'orario?"), ["double-negation"]);
        assert_eq!(said("it", "È sbagliato non permettere i contanti?"), ["double-negation"]);
    }

    #[test]
    fn an_accent_typed_as_an_apostrophe_joins_nothing() {
        assert_eq!(said("it", "Il personale e' cortese."), Vec::<&str>::new());
        assert_eq!(said("it", "E' d'accordo che il servizio è migliore?"), ["leading"]);
    }

    #[test]
    fn what_the_law_protects_more_is_marked_in_closed_questions_too() {
        assert_eq!(said("it", "Ha una disabilità?"), ["personal-asked"]);
        assert_eq!(said("en", "Is this your religion?"), ["personal-asked"]);
        for text in ["Accessibilità per le persone con disabilità", "Accessibilità per chi ha una disabilità"] {
            assert_eq!(said("it", text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn what_is_said_once_is_not_said_again_of_its_translations() {
        let mut form = form_with(vec![matrix("m", "M", &[("q", "Cortesia e competenza")])]);
        form.languages.push(Language::english());
        let Kind::Matrix { items, .. } = &mut form.pages[0].questions[0].kind else { panic!("a matrix") };
        items[0].text.set(Language::english(), "Courtesy and competence");
        let said = advise(&form, &Surroundings::default());
        let marked: Vec<Option<&str>> =
            said.iter().filter(|one| one.language.is_some()).map(|one| one.marked.as_deref()).collect();
        assert_eq!(marked, [Some("Cortesia e competenza")]);
    }
}
