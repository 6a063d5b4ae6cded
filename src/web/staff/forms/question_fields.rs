//! The page of a question.

use super::advice::AdviceView;
use super::places::ends_of;
use super::question_rows::{count, name, value};
use super::routing::Routing;
use super::save::State;
use super::words::{KINDS, name_of, roles_of};
use super::{ALL, Change, NEW, draft_address};
use crate::flows::design_form::Designed;
use crate::form::Form;
use crate::language::say_with;
use crate::text::{Code, Language};
use crate::web::pages::WorkplaceFrame;
use crate::web::staff::field::{Field, Maker, in_language, is_faulty, language_name};
use crate::web::staff::session::{Area, Desk};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "form_question.html")]
pub(super) struct QuestionPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    /// Where it is sent.
    action: String,
    mark: String,
    /// The step that a new one is added after.
    revision: i32,
    title: String,
    meanwhile: bool,
    /// What somebody else changed meanwhile.
    changes: Vec<Change>,
    /// What it looks like to be told at its top: what the form as a whole refuses.
    problem: String,
    kind: String,
    kind_words: String,
    /// Other kinds that it can become: word and words.
    kinds: Vec<(&'static str, String)>,
    /// Text and hint in the first language.
    words: Vec<Field>,
    /// Of every other language its name, and all texts of the question in it.
    others: Vec<(String, Vec<Field>)>,
    /// Whether they are shown at once: something in them is wrong, or typed and not saved yet.
    others_open: bool,
    role: Field,
    factor: Field,
    required: bool,
    scale: Option<Field>,
    importance: Option<Field>,
    rows: Vec<Row>,
    /// What the rows are called.
    rows_words: String,
    rows_problem: String,
    /// Least, most, most characters, at most: what the kind has.
    bounds: Vec<Field>,
    /// Where a new one goes.
    spot: Option<Field>,
    code: Field,
    routing: Routing,
    /// What the adviser says of it as it is typed.
    advice: Vec<AdviceView>,
    /// How much that is, in words.
    advised: String,
    /// Whether the page holds what is typed and not saved: the preview beside it does not show that yet.
    unsaved: bool,
    secret: &'a str,
}

/// A choice or an item.
struct Row {
    number: usize,
    code: String,
    text: Field,
    exclusive: bool,
    factor: Option<Field>,
    last: bool,
}

/// What a question's page is about.
pub(super) enum About<'a> {
    /// One that is there, as the page saw it.
    Known(&'a Code, String),
    /// A new one.
    New,
}

impl<'a> QuestionPage<'a> {
    pub(super) fn new(
        desk: &'a Desk,
        designed: &Designed,
        about: &About,
        place: (usize, usize),
        state: &State<'_>,
        advice: Option<Vec<AdviceView>>,
    ) -> Self {
        let (form, posted, language) = (&designed.form, state.posted, &desk.language);
        let make = Maker { area: "forms", language, posted, mistakes: state.mistakes };
        let own = draft_address(designed.draft.id);
        let kind = posted.value("kind").to_owned();
        let is_new = matches!(about, About::New);
        let (text, other_texts) = make.in_languages("text", "long", &form.languages);
        let (hint, other_hints) = make.in_languages("hint", "text", &form.languages);
        let text = text.into_iter().map(|field| Field { required: true, ..field });
        let (action, mark, title) = match about {
            About::Known(code, mark) => (format!("{own}/questions/{code}"), mark.clone(), desk.say("forms-question")),
            About::New => (format!("{own}/questions/{NEW}"), String::new(), desk.say("forms-new-question")),
        };
        let others = others(&make, form, &kind, other_texts.into_iter().zip(other_hints));
        let written = |(_, fields): &(String, Vec<Field>)| fields.iter().any(|field| !field.value.is_empty());
        let kinds = KINDS.into_iter().filter(|own| *own != kind);
        let mut shown = Self {
            kind_words: desk.say(&format!("forms-kind-{kind}")),
            kinds: kinds.map(|word| (word, desk.say(&format!("forms-kind-{word}")))).collect(),
            words: text.chain(hint).collect(),
            others_open: others.iter().any(|(_, fields)| is_faulty(fields)) || (is_new && others.iter().any(written)),
            others,
            role: make.choice(
                "role",
                roles_of(&kind).iter().map(|word| ((*word).to_owned(), desk.say(&format!("forms-role-{word}")))).collect(),
            ),
            factor: make.choice("factor", factors(desk, form, "forms-no-factor")),
            required: posted.value("required") == "yes",
            scale: matches!(kind.as_str(), "rating" | "matrix").then(|| make.choice("scale", scales(desk, form))),
            importance: (kind == "matrix").then(|| {
                let none = (String::new(), desk.say("forms-no-importance"));
                make.choice("importance", std::iter::once(none).chain(scales(desk, form)).collect())
            }),
            rows: rows(desk, form, &make, &kind),
            rows_words: desk.say(if kind == "matrix" { "forms-items" } else { "forms-choices" }),
            rows_problem: make.problem("rows"),
            bounds: bounds(&make, &kind),
            spot: is_new.then(|| make.choice("spot", spots(desk, form))),
            code: make.text("code"),
            // Of a new one it is chosen on this very page where it goes: every question is offered, and one that comes later refused.
            routing: Routing::new(&make, form, if is_new { (form.pages.len(), 0) } else { place }),
            advised: advised(desk, advice.as_deref()),
            advice: advice.unwrap_or_default(),
            frame: desk.frame(frame_title(desk, form, about, &title), Area::Forms),
            all: ALL,
            problem: make.problem("form"),
            unsaved: !desk.visit.reads,
            meanwhile: state.meanwhile,
            changes: state.changes.clone(),
            revision: designed.draft.revision,
            own,
            action,
            mark,
            title,
            kind,
            secret: desk.secret(),
        };
        let rows = Field { words: shown.rows_words.clone(), ..make.text("rows") };
        let fields = [shown.fields(), vec![rows]].concat();
        make.summarise(&mut shown.frame, &fields);
        state.tell(desk, &mut shown.frame);
        shown
    }

    /// Every field that something may be wrong with.
    fn fields(&self) -> Vec<Field> {
        let others = self.others.iter().flat_map(|(_, fields)| fields);
        let rows = self.rows.iter().map(|row| &row.text);
        let choices = [Some(&self.role), self.scale.as_ref(), self.importance.as_ref(), Some(&self.code)];
        let choices = choices.into_iter().flatten().chain([&self.routing.condition]);
        self.words.iter().chain(others).chain(rows).chain(&self.bounds).chain(choices).cloned().collect()
    }
}

/// What a tab of the browser is known by.
fn frame_title(desk: &Desk, form: &Form, about: &About, title: &str) -> String {
    match about {
        About::Known(code, _) => format!("{title}: {}", name_of(&desk.language, form, code)),
        About::New => title.to_owned(),
    }
}

/// How much the adviser says, in words.
fn advised(desk: &Desk, advice: Option<&[AdviceView]>) -> String {
    match advice.map(<[AdviceView]>::len) {
        None => desk.say("forms-look-not-yet"),
        Some(0) => desk.say("forms-look-nothing"),
        Some(count) => desk.say_with("forms-look-count", &[("count", crate::language::Argument::Count(count as u64))]),
    }
}

/// The texts of a question in the other languages of its form, language by language: whoever translates has one at a time before them.
fn others(make: &Maker, form: &Form, kind: &str, words: impl Iterator<Item = (Field, Field)>) -> Vec<(String, Vec<Field>)> {
    let group = |(language, (text, hint)): (&Language, (Field, Field))| {
        let name_of_language = language_name(language);
        let row = |number: usize| Field {
            words: format!("{} ({name_of_language})", row_words(make, kind, number)),
            hint: String::new(),
            language: language.to_string(),
            ..make.text(&name(&in_language("row_text", language), number))
        };
        let rows = if has_rows(kind) { count(make.posted) } else { 0 };
        let fields = [text, Field { hint: String::new(), ..hint }].into_iter().chain((1..=rows).map(row)).collect();
        (name_of_language.clone(), fields)
    };
    form.languages.iter().skip(1).zip(words).map(group).collect()
}

fn has_rows(kind: &str) -> bool {
    matches!(kind, "single_choice" | "multiple_choice" | "matrix")
}

/// What a row is called.
fn row_words(make: &Maker, kind: &str, number: usize) -> String {
    let key = if kind == "matrix" { "forms-item-number" } else { "forms-choice-number" };
    say_with(make.language, key, &[("number", number.to_string().into())])
}

fn rows(desk: &Desk, form: &Form, make: &Maker, kind: &str) -> Vec<Row> {
    if !has_rows(kind) {
        return Vec::new();
    }
    let rows = count(make.posted);
    let words = |number: usize| row_words(make, kind, number);
    let row = |number: usize| Row {
        number,
        code: value(make.posted, "row_code", number).to_owned(),
        text: Field {
            words: words(number),
            hint: String::new(),
            language: form.fallback().to_string(),
            ..make.text(&name("row_text", number))
        },
        exclusive: value(make.posted, "row_exclusive", number) == "yes",
        factor: (kind == "matrix" && !form.factors.is_empty()).then(|| {
            let field = make.choice(&name("row_factor", number), factors(desk, form, "forms-same-factor"));
            Field { words: format!("{} – {}", desk.say("forms-field-factor"), words(number)), hint: String::new(), ..field }
        }),
        last: number == rows,
    };
    (1..=rows).map(row).collect()
}

fn bounds(make: &Maker, kind: &str) -> Vec<Field> {
    let names: &[&str] = match kind {
        "number" => &["least", "most"],
        "open_text" => &["most_characters"],
        "multiple_choice" => &["at_most"],
        _ => &[],
    };
    names.iter().map(|name| make.text(name)).collect()
}

fn factors(desk: &Desk, form: &Form, none: &str) -> Vec<(String, String)> {
    let known = form.factors.iter().map(|own| (own.code.to_string(), own.label.get(&desk.language, form.fallback()).to_owned()));
    std::iter::once((String::new(), desk.say(none))).chain(known).collect()
}

/// The scales by their points, and what they offer besides: `satisfaction: Per niente … Molto (5, Non so)`.
fn scales(desk: &Desk, form: &Form) -> Vec<(String, String)> {
    let words = |scale: &crate::form::Scale| {
        let others = [&scale.dont_know, &scale.not_applicable].into_iter().flatten();
        let others = others.map(|own| format!(", {}", own.get(&desk.language, form.fallback()))).collect::<String>();
        format!("{} ({}{others})", ends_of(&desk.language, form, scale), scale.points.len())
    };
    form.scales.iter().map(|scale| (scale.code.to_string(), words(scale))).collect()
}

/// Where a new question can go: onto each page at its end, or onto a page of its own.
fn spots(desk: &Desk, form: &Form) -> Vec<(String, String)> {
    let fallback = form.fallback();
    let page = |(at, page): (usize, &crate::form::Page)| {
        let title = page.title.get(&desk.language, fallback);
        let words = desk.say_with("forms-spot-page", &[("number", (at + 1).to_string().into())]);
        (page.code.to_string(), if title.is_empty() { words } else { format!("{words}: {title}") })
    };
    form.pages.iter().enumerate().map(page).chain([(String::new(), desk.say("forms-spot-new"))]).collect()
}
