//! What one button can do: each remedy makes a form of a form.

use super::Place;
use super::explained::move_to_hint;
use super::joined::joined;
use super::words::{BEST, DONT_KNOW, STOCK_LANGUAGES, Stock, WORST, lexicon};
use crate::fault::Said;
use crate::form::{Condition, Form, Item, Kind, Page, Polarity, Question, Role, Scale};
use crate::text::{Code, Language, Texts};

/// What one button can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Remedy {
    /// Gives a scale the answer "don't know". It changes the layout of every question on that scale.
    AddDontKnow(Code),
    /// Labels the ends of a scale of satisfaction that have no label.
    LabelEnds(Code),
    /// Lets the points on the better side of the middle count as satisfied.
    MarkSatisfied(Code),
    /// Lets the neutral point of a scale not count as satisfied.
    UnmarkNeutral(Code),
    /// Makes a question optional.
    MakeOptional(Code),
    /// Promises so many minutes.
    SetMinutes(u8),
    /// Puts these items in the place of one that asks two things; the first keeps its code.
    SplitItem {
        /// The matrix.
        question: Code,
        /// The item that asks two things.
        item: Code,
        /// What is put in its place: codes and texts.
        parts: Vec<(Code, Texts)>,
    },
    /// Leaves what a question asks as its text and makes what it explains its hint.
    MoveToHint(Code),
    /// Takes a question out.
    Remove(Code),
    /// Adds a judgement at the end of the page that judges last.
    Ask {
        /// The code of its answer.
        code: Code,
        /// Its scale.
        scale: Code,
        /// What it asks.
        text: Texts,
    },
    /// Adds the overall judgement.
    AskOverall {
        /// Its scale.
        scale: Code,
        /// What it asks.
        text: Texts,
    },
    /// Puts back last year's words, in the languages of both forms.
    RestoreWords {
        /// The question or item.
        at: Place,
        /// Last year's words.
        text: Texts,
    },
    /// Gives an answer another code, in conditions too.
    Rename {
        /// The code that it has.
        from: Code,
        /// The code that it gets.
        to: Code,
    },
}

impl Remedy {
    /// What its button says.
    pub fn said(&self) -> Said {
        match self {
            Self::AddDontKnow(_) => Said::new("advice-do-add-dont-know"),
            Self::LabelEnds(_) => Said::new("advice-do-label-ends"),
            Self::MarkSatisfied(_) => Said::new("advice-do-mark-satisfied"),
            Self::UnmarkNeutral(_) => Said::new("advice-do-unmark-neutral"),
            Self::MakeOptional(_) => Said::new("advice-do-make-optional"),
            Self::SetMinutes(minutes) => Said::new("advice-do-set-minutes").with("minutes", usize::from(*minutes)),
            Self::SplitItem { .. } => Said::new("advice-do-split-item"),
            Self::MoveToHint(_) => Said::new("advice-do-move-to-hint"),
            Self::Remove(_) => Said::new("advice-do-remove"),
            Self::Ask { code, .. } => Said::new("advice-do-ask").with("code", code),
            Self::AskOverall { .. } => Said::new("advice-do-ask-overall"),
            Self::RestoreWords { .. } => Said::new("advice-do-restore-words"),
            Self::Rename { to, .. } => Said::new("advice-do-rename").with("code", to),
        }
    }

    /// The remedy for an item that asks two things; `None` where its words cannot be parted or no code is free.
    pub(super) fn split(form: &Form, question: &Code, item: &Code) -> Option<Self> {
        let own = find_item(form, question, item)?;
        let mut parts = [Texts::default(), Texts::default()];
        for (language, text) in own.text.iter() {
            // Where a language joins by no known word, its second part is left to be written.
            let Some(joint) = lexicon(language).and_then(|lexicon| joined(lexicon, text)) else {
                parts[0].set(language.clone(), text);
                continue;
            };
            let first = text[..joint.at.start].trim_end_matches([' ', ',']).trim();
            let second = capital(text[joint.at.end..].trim());
            if !joint.can_part || first.is_empty() || second.is_empty() {
                return None;
            }
            parts[0].set(language.clone(), first);
            parts[1].set(language.clone(), second);
        }
        let code = (2..10).filter_map(|number| Code::parse(&format!("{item}_{number}"))).find(|code| !is_taken(form, code))?;
        let [first, second] = parts;
        Some(Self::SplitItem {
            question: question.clone(),
            item: item.clone(),
            parts: vec![(item.clone(), first), (code, second)],
        })
    }

    pub(super) fn move_to_hint(place: &Place) -> Option<Self> {
        match place {
            Place::Question(code) => Some(Self::MoveToHint(code.clone())),
            _ => None,
        }
    }
}

/// The form with a remedy done; as it was where what the remedy is about is not there any more.
pub fn apply(form: &Form, remedy: &Remedy) -> Form {
    let mut form = form.clone();
    match remedy {
        Remedy::AddDontKnow(scale) => {
            let label = stock(&form, &DONT_KNOW);
            change_scale(&mut form, scale, |scale| scale.dont_know = Some(label));
        }
        Remedy::LabelEnds(scale) => {
            let labels = [stock(&form, &WORST), stock(&form, &BEST)];
            change_scale(&mut form, scale, |scale| label_ends(scale, labels));
        }
        Remedy::MarkSatisfied(scale) => change_scale(&mut form, scale, mark_satisfied),
        Remedy::UnmarkNeutral(scale) => change_scale(&mut form, scale, |scale| {
            scale.points.iter_mut().filter(|point| point.neutral).for_each(|point| point.satisfied = false);
        }),
        Remedy::MakeOptional(code) => change_question(&mut form, code, |question| question.required = false),
        Remedy::SetMinutes(minutes) => form.minutes = *minutes,
        Remedy::SplitItem { question, item, parts } => {
            change_question(&mut form, question, |question| split_item(question, item, parts));
        }
        Remedy::MoveToHint(code) => change_question(&mut form, code, move_to_hint),
        Remedy::Remove(code) => form.pages.iter_mut().for_each(|page| {
            if page.questions.len() > 1 {
                page.questions.retain(|question| question.code != *code);
            }
        }),
        Remedy::Ask { code, scale, text } => ask(&mut form, code.clone(), scale, text, Role::Satisfaction),
        Remedy::AskOverall { scale, text } => {
            let free = ["overall", "overall_judgement", "overall_satisfaction"].into_iter().filter_map(Code::parse);
            let free = free.into_iter().find(|code| !is_taken(&form, code));
            free.into_iter().for_each(|code| ask(&mut form, code, scale, text, Role::Overall));
        }
        Remedy::RestoreWords { at, text } => restore(&mut form, at, text),
        Remedy::Rename { from, to } => rename(&mut form, from, to),
    }
    form
}

/// A stock text in those of the form's languages that have one.
pub(super) fn stock(form: &Form, stock: &Stock) -> Texts {
    let mut texts = Texts::default();
    for (language, text) in STOCK_LANGUAGES.iter().zip(stock).filter_map(|(code, text)| Some((Language::parse(code)?, text))) {
        if form.languages.contains(&language) {
            texts.set(language, *text);
        }
    }
    texts
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn find_item<'f>(form: &'f Form, question: &Code, item: &Code) -> Option<&'f Item> {
    let (_, question) = form.questions().find(|(_, own)| own.code == *question)?;
    let Kind::Matrix { items, .. } = &question.kind else { return None };
    items.iter().find(|own| own.code == *item)
}

/// Whether any answer has that name, or would have: of an item also its importance, of a choice the answer that it is stored as.
fn is_taken(form: &Form, code: &Code) -> bool {
    form.questions().any(|(_, question)| {
        question.code == *code
            || match &question.kind {
                Kind::Matrix { items, .. } => {
                    items.iter().any(|item| item.code == *code || item.importance_code().as_ref() == Some(code))
                }
                Kind::MultipleChoice { choices, .. } => {
                    choices.iter().any(|choice| crate::form::option_code(&question.code, &choice.code).as_ref() == Some(code))
                }
                _ => false,
            }
    })
}

fn change_scale(form: &mut Form, code: &Code, change: impl FnOnce(&mut Scale)) {
    if let Some(scale) = form.scales.iter_mut().find(|scale| scale.code == *code) {
        change(scale);
    }
}

fn change_question(form: &mut Form, code: &Code, change: impl FnOnce(&mut Question)) {
    let mut questions = form.pages.iter_mut().flat_map(|page| &mut page.questions);
    if let Some(question) = questions.find(|question| question.code == *code) {
        change(question);
    }
}

fn label_ends(scale: &mut Scale, [worst, best]: [Texts; 2]) {
    let (first, last) = match scale.polarity {
        Polarity::HigherIsBetter => (worst, best),
        Polarity::LowerIsBetter => (best, worst),
    };
    let bare = |point: &crate::form::Point| point.label.is_empty() && point.symbol.is_none();
    if let Some(point) = scale.points.first_mut().filter(|point| bare(point)) {
        point.label = first;
    }
    if let Some(point) = scale.points.last_mut().filter(|point| bare(point)) {
        point.label = last;
    }
}

/// The points beyond the middle towards the better end; the middle one itself is neither.
fn mark_satisfied(scale: &mut Scale) {
    let half = scale.points.len() / 2;
    let (count, polarity) = (scale.points.len(), scale.polarity);
    for (at, point) in scale.points.iter_mut().enumerate() {
        point.satisfied = !point.neutral
            && match polarity {
                Polarity::HigherIsBetter => at >= count - half,
                Polarity::LowerIsBetter => at < half,
            };
    }
}

fn split_item(question: &mut Question, item: &Code, parts: &[(Code, Texts)]) {
    let Kind::Matrix { items, .. } = &mut question.kind else { return };
    let Some(at) = items.iter().position(|own| own.code == *item) else { return };
    let factor = items[at].factor.clone();
    let put = parts.iter().map(|(code, text)| Item { code: code.clone(), text: text.clone(), factor: factor.clone() });
    items.splice(at..=at, put);
}

/// Puts a judgement after the last one: the last page that has one, else the last page.
fn ask(form: &mut Form, code: Code, scale: &Code, text: &Texts, role: Role) {
    if is_taken(form, &code) || form.scale(scale).is_none() {
        return;
    }
    let judges = |page: &Page| page.questions.iter().any(|own| matches!(own.role, Role::Satisfaction | Role::Overall));
    let always = |page: &Page| page.show_if.is_none();
    let judging =
        form.pages.iter().rposition(|page| judges(page) && always(page)).or_else(|| form.pages.iter().rposition(always));
    let Some(page) = judging.and_then(|at| form.pages.get_mut(at)) else { return };
    let kind = Kind::Rating { scale: scale.clone() };
    let (hint, text) = (Texts::default(), text.clone());
    let after = page.questions.iter().rposition(|own| matches!(own.role, Role::Satisfaction | Role::Overall));
    let at = after.map_or(page.questions.len(), |at| at + 1);
    page.questions.insert(at, Question { code, text, hint, role, factor: None, required: false, show_if: None, kind });
}

fn restore(form: &mut Form, at: &Place, text: &Texts) {
    let text = text.only(&form.languages);
    let put = |own: &mut Texts| text.iter().for_each(|(language, text)| own.set(language.clone(), text));
    match at {
        Place::Question(code) => change_question(form, code, |question| put(&mut question.text)),
        Place::Item { question, item } => change_question(form, question, |question| {
            let Kind::Matrix { items, .. } = &mut question.kind else { return };
            items.iter_mut().filter(|own| own.code == *item).for_each(|own| put(&mut own.text));
        }),
        Place::Form | Place::Scale(_) => {}
    }
}

fn rename(form: &mut Form, from: &Code, to: &Code) {
    if is_taken(form, to) {
        return;
    }
    let change = |code: &mut Code| {
        if code == from {
            *code = to.clone();
        }
    };
    for page in &mut form.pages {
        page.show_if.iter_mut().for_each(|condition| rename_in(condition, from, to));
        for question in &mut page.questions {
            question.show_if.iter_mut().for_each(|condition| rename_in(condition, from, to));
            change(&mut question.code);
            if let Kind::Matrix { items, .. } = &mut question.kind {
                items.iter_mut().for_each(|item| change(&mut item.code));
            }
        }
    }
}

fn rename_in(condition: &mut Condition, from: &Code, to: &Code) {
    match condition {
        Condition::And(parts) | Condition::Or(parts) => parts.iter_mut().for_each(|part| rename_in(part, from, to)),
        Condition::Not(part) => rename_in(part, from, to),
        Condition::Compare { field, .. } | Condition::AnyOf { field, .. } | Condition::Answered { field } => {
            if field == from {
                *field = to.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form_with, matrix, profile, rated, scale, text};
    use super::super::{Advice, Surroundings, advise};
    use super::*;
    use crate::form::{Item, layout_hash};

    fn advice(form: &Form, name: &str) -> Option<Advice> {
        advise(form, &Surroundings::default()).into_iter().find(|advice| advice.matter.keys().name == name)
    }

    /// What is left of a matter when its remedy is done, with the mended form.
    fn mended(form: &Form, name: &str) -> Form {
        let found = advice(form, name).unwrap_or_else(|| panic!("{name} is not said"));
        let mended = apply(form, found.remedy.as_ref().unwrap_or_else(|| panic!("{name} has no remedy")));
        assert_eq!(advice(&mended, name), None, "{name} is said again");
        mended
    }

    fn items(form: &Form) -> &[Item] {
        let Kind::Matrix { items, .. } = &form.pages[0].questions[0].kind else { panic!("a matrix") };
        items
    }

    #[test]
    fn an_item_of_two_things_becomes_two_items() {
        let form = form_with(vec![matrix("people", "Il personale", &[("kind", "Cortesia e competenza del personale")])]);
        let mended = mended(&form, "double-barrelled");
        let texts: Vec<&str> = items(&mended).iter().map(|item| item.text.get(form.fallback(), form.fallback())).collect();
        assert_eq!(texts, ["Cortesia", "Competenza del personale"]);
        assert_eq!(items(&mended).iter().map(|item| item.code.as_str()).collect::<Vec<_>>(), ["kind", "kind_2"]);
    }

    #[test]
    fn scales_are_mended() {
        let mut form = form_with(vec![rated("overall", "Nel complesso?")]);
        form.pages[0].questions[0].role = Role::Satisfaction;
        form.scales[0].dont_know = None;
        let with_dont_know = mended(&form, "no-dont-know");
        assert_ne!(layout_hash(&with_dont_know), layout_hash(&form), "another answer is stored");
        form.scales[0].points.iter_mut().for_each(|point| point.satisfied = false);
        let satisfied: Vec<bool> = mended(&form, "none-satisfied").scales[0].points.iter().map(|point| point.satisfied).collect();
        assert_eq!(satisfied, [false, false, false, true, true]);
        form.scales[0].points[2].satisfied = true;
        mended(&form, "neutral-satisfied");
        form.scales[0].points[0].label = Texts::default();
        mended(&form, "unlabelled-scale");
        form.scales[0].polarity = Polarity::LowerIsBetter;
        form.scales[0].points[4].label = Texts::default();
        let label = mended(&form, "unlabelled-scale").scales[0].points[0].label.clone();
        assert_eq!(label.get(form.fallback(), form.fallback()), "Molto soddisfatto/a", "the lowest is the best");
    }

    #[test]
    fn the_whole_is_mended() {
        let form = form_with(vec![rated("courtesy", "Cortesia")]);
        let asked = Form { pages: form.pages.clone(), ..form.clone() };
        let mut without = asked.clone();
        without.pages[0].questions[0].role = Role::Satisfaction;
        let mended_form = mended(&without, "no-overall");
        assert_eq!(mended_form.pages[0].questions[1].code.as_str(), "overall");
        let mut hurried = form_with((0..20).map(|at| rated(&format!("q{at}"), "Quanto La soddisfa questa cosa qui?")).collect());
        hurried.minutes = 1;
        assert_eq!(mended(&hurried, "over-promised-minutes").minutes, 2, "127 words are 44 s, 20 judgements 80 s");
        let mut personal = form_with(vec![profile("age", "Età", 3)]);
        personal.pages[0].questions[0].required = true;
        assert!(!mended(&personal, "required-personal").pages[0].questions[0].required);
    }

    #[test]
    fn a_long_question_keeps_its_last_sentence() {
        let long = format!("{} Quanto La soddisfa la sede?", "Lei è stato da noi più volte.".repeat(8));
        let form = form_with(vec![rated("place", &long)]);
        let mended = mended(&form, "long-text");
        assert_eq!(mended.pages[0].questions[0].text, text("Quanto La soddisfa la sede?"));
        assert!(mended.pages[0].questions[0].hint.get(form.fallback(), form.fallback()).starts_with("Lei è stato"));
        let one = form_with(vec![rated("place", &"a".repeat(201))]);
        assert_eq!(advice(&one, "long-text").unwrap().remedy, None, "nothing can be moved");
    }

    #[test]
    fn a_question_that_is_explained_afterwards_stays_the_question() {
        let explained = "Nel rispondere pensi a tutte le volte che è venuto da noi. ".repeat(4);
        let form = form_with(vec![rated("place", &format!("Quanto La soddisfa la sede? {explained}"))]);
        let mended = mended(&form, "long-text");
        assert_eq!(mended.pages[0].questions[0].text, text("Quanto La soddisfa la sede?"));
        assert_eq!(mended.pages[0].questions[0].hint, text(explained.trim()));
    }

    #[test]
    fn an_item_is_parted_only_where_both_parts_can_stand() {
        let parts = |it: &str, de: Option<&str>| {
            let mut form = form_with(vec![matrix("people", "Il personale", &[("kind", it)])]);
            let Kind::Matrix { items, .. } = &mut form.pages[0].questions[0].kind else { panic!("a matrix") };
            de.into_iter().for_each(|de| items[0].text.set(Language::parse("de").unwrap(), de));
            form.languages.push(Language::parse("de").unwrap());
            Remedy::split(&form, &code("people"), &code("kind"))
        };
        let Some(Remedy::SplitItem { parts: found, .. }) = parts("Cortesia e/o competenza", None) else { panic!("no remedy") };
        assert_eq!(found.iter().map(|(_, own)| own.clone()).collect::<Vec<_>>(), [text("Cortesia"), text("Competenza")]);
        assert_eq!(parts("Sia la cortesia sia la competenza", None), None);
        let Some(Remedy::SplitItem { parts: found, .. }) = parts("Cortesia e competenza", Some("Umgang")) else {
            panic!("no remedy")
        };
        let german = Language::parse("de").unwrap();
        assert_eq!(found.iter().map(|(_, own)| own.own(&german)).collect::<Vec<_>>(), [Some("Umgang"), None], "it is missing");
    }

    #[test]
    fn what_no_stock_text_can_mend_has_no_button() {
        let mut form = form_with(vec![rated("q", "Cum apreciati?")]);
        form.languages = vec![Language::parse("ro").unwrap()];
        form.pages[0].questions[0].role = Role::Satisfaction;
        form.scales[0].dont_know = None;
        form.scales[0].points[0].label = Texts::default();
        for name in ["unlabelled-scale", "no-dont-know", "no-overall"] {
            assert_eq!(advice(&form, name).unwrap_or_else(|| panic!("{name} is not said")).remedy, None, "{name}");
        }
    }

    #[test]
    fn the_overall_judgement_is_asked_on_a_scale_that_judges() {
        let mut form = form_with(vec![rated("q", "Cortesia")]);
        form.pages[0].questions[0].role = Role::Satisfaction;
        let likely = scale("likely", &["Per niente probabile", "Molto probabile*"]);
        form.scales.insert(0, likely);
        let Some(Remedy::AskOverall { scale, .. }) = advice(&form, "no-overall").unwrap().remedy else { panic!("no remedy") };
        assert_eq!(scale, code("five"));
    }

    #[test]
    fn a_remedy_for_what_is_gone_changes_nothing() {
        let form = form_with(vec![rated("overall", "Nel complesso?")]);
        for remedy in [
            Remedy::AddDontKnow(code("gone")),
            Remedy::MakeOptional(code("gone")),
            Remedy::MoveToHint(code("overall")),
            Remedy::Remove(code("overall")),
            Remedy::Rename { from: code("gone"), to: code("overall") },
            Remedy::Ask { code: code("overall"), scale: code("five"), text: text("X") },
            Remedy::Ask { code: code("new"), scale: code("gone"), text: text("X") },
            Remedy::SplitItem { question: code("overall"), item: code("gone"), parts: Vec::new() },
        ] {
            assert_eq!(apply(&form, &remedy), form, "{remedy:?}");
        }
    }

    #[test]
    fn a_new_code_is_taken_over_by_conditions() {
        let mut form = form_with(vec![rated("a", "Cortesia"), rated("b", "Competenza")]);
        form.pages[0].questions[1].show_if = Some(Condition::Not(Box::new(Condition::Answered { field: code("a") })));
        let renamed = apply(&form, &Remedy::Rename { from: code("a"), to: code("c") });
        let Some(Condition::Not(inner)) = &renamed.pages[0].questions[1].show_if else { panic!("the condition stays") };
        assert_eq!(**inner, Condition::Answered { field: code("c") });
    }
}
