//! What the adviser may have to say: each matter with its weight and the keys of its texts (what, why, what to do, source).

use super::Readability;
use crate::fault::{Said, Value};
use crate::text::{Code, Texts};

/// How much a matter weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth a look: the answers can still be read.
    Look,
    /// Serious: the answers mean something else than they seem to, or people are asked what they should not be.
    Serious,
}

/// What is the matter. The values are those its sentence needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Matter {
    /// Two things are judged by one answer.
    DoubleBarrelled,
    /// The words push towards an answer.
    Leading,
    /// A statement to judge, or a question for yes or no, is negative.
    Negation,
    /// Two negations.
    DoubleNegation,
    /// A word that leaves no room (always, all, never).
    Absolute,
    /// More points on one side than on the other: so many better and worse than the middle.
    UnbalancedScale {
        /// The points on the better side.
        better: usize,
        /// The points on the worse side.
        worse: usize,
    },
    /// The ends of the scale have neither label nor picture.
    UnlabelledScale,
    /// More points than people can tell apart.
    TooManyPoints {
        /// How many there are.
        points: usize,
        /// The most that work.
        most: usize,
    },
    /// A judgement without "don't know" or "not applicable".
    NoDontKnow,
    /// No point of a scale of satisfaction counts as satisfied.
    NoneSatisfied,
    /// The neutral point counts as satisfied.
    NeutralSatisfied,
    /// A question longer than is read.
    LongText {
        /// Its characters.
        characters: usize,
        /// The most that are read.
        most: usize,
    },
    /// A text that many cannot read.
    HardToRead(Readability),
    /// A question about the person is required.
    RequiredPersonal,
    /// An open question asks who somebody is.
    PersonalAsked,
    /// A question asks what the law protects more than the rest: health, religion, opinions.
    SensitiveAsked,
    /// More required questions than do good.
    ManyRequired {
        /// How many there are.
        count: usize,
    },
    /// More open questions than get an answer.
    ManyOpenQuestions {
        /// How many everybody is asked.
        count: usize,
        /// The most that work.
        most: usize,
    },
    /// More answers than people give.
    ManyAnswers {
        /// How many there are.
        count: usize,
        /// The most that work.
        most: usize,
    },
    /// Answering takes longer than the form says.
    OverPromisedMinutes {
        /// The estimate, in whole minutes.
        estimated: usize,
        /// What the form promises, in minutes.
        promised: usize,
    },
    /// Groups that will be too small to be shown, even if all were equally large.
    SmallGroups {
        /// Responses expected in a group.
        responses: usize,
        /// The fewest that are shown.
        threshold: usize,
        /// How many groups there are.
        groups: usize,
    },
    /// Neither a goal nor a condition nor the report uses the answers.
    UnusedQuestion,
    /// A goal that this form does not measure.
    UnmeasuredGoal {
        /// The goal's code.
        goal: Code,
        /// Its title.
        title: Texts,
        /// The field that it needs.
        field: Code,
    },
    /// A goal that the office measures itself, of which this form does not ask what users think.
    UnjudgedGoal {
        /// The goal's code.
        goal: Code,
        /// Its title.
        title: Texts,
        /// The field that would stand beside its value.
        field: Code,
    },
    /// Other words than last year on the same scale: compared, with the caveat said.
    Reworded,
    /// Another scale than last year: not compared.
    ScaleChanged,
    /// The words of last year under another code: not compared.
    NewCode {
        /// Last year's code.
        before: Code,
    },
    /// No question asks for the overall judgement.
    NoOverall,
}

/// The keys of a matter's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Its name, the same in every version: for machines and for tests.
    pub name: &'static str,
    /// What is the matter: a sentence with values.
    pub what: &'static str,
    /// Why it matters: a sentence without values.
    pub why: &'static str,
    /// What to do: a sentence without values.
    pub fix: &'static str,
    /// Who says so: a short citation.
    pub source: &'static str,
}

macro_rules! keys {
    ($name:literal) => {
        Keys {
            name: $name,
            what: concat!("advice-", $name),
            why: concat!("advice-", $name, "-why"),
            fix: concat!("advice-", $name, "-fix"),
            source: concat!("advice-", $name, "-source"),
        }
    };
}

impl Matter {
    /// The keys of its texts.
    pub fn keys(&self) -> Keys {
        match self {
            Self::DoubleBarrelled => keys!("double-barrelled"),
            Self::Leading => keys!("leading"),
            Self::Negation => keys!("negation"),
            Self::DoubleNegation => keys!("double-negation"),
            Self::Absolute => keys!("absolute"),
            Self::UnbalancedScale { .. } => keys!("unbalanced-scale"),
            Self::UnlabelledScale => keys!("unlabelled-scale"),
            Self::TooManyPoints { .. } => keys!("too-many-points"),
            Self::NoDontKnow => keys!("no-dont-know"),
            Self::NoneSatisfied => keys!("none-satisfied"),
            Self::NeutralSatisfied => keys!("neutral-satisfied"),
            Self::LongText { .. } => keys!("long-text"),
            Self::HardToRead(_) => keys!("hard-to-read"),
            Self::RequiredPersonal => keys!("required-personal"),
            Self::PersonalAsked => keys!("personal-asked"),
            // Under the same name: it is the same fault, told in other words.
            Self::SensitiveAsked => Keys { name: "personal-asked", ..keys!("sensitive-asked") },
            Self::ManyRequired { .. } => keys!("many-required"),
            Self::ManyOpenQuestions { .. } => keys!("many-open-questions"),
            Self::ManyAnswers { .. } => keys!("many-answers"),
            Self::OverPromisedMinutes { .. } => keys!("over-promised-minutes"),
            Self::SmallGroups { .. } => keys!("small-groups"),
            Self::UnusedQuestion => keys!("unused-question"),
            Self::UnmeasuredGoal { .. } => keys!("unmeasured-goal"),
            Self::UnjudgedGoal { .. } => keys!("unjudged-goal"),
            Self::Reworded => keys!("reworded"),
            Self::ScaleChanged => keys!("scale-changed"),
            Self::NewCode { .. } => keys!("new-code"),
            Self::NoOverall => keys!("no-overall"),
        }
    }

    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            Self::DoubleBarrelled
            | Self::Leading
            | Self::DoubleNegation
            | Self::UnbalancedScale { .. }
            | Self::UnlabelledScale
            | Self::NoneSatisfied
            | Self::NeutralSatisfied
            | Self::RequiredPersonal
            | Self::PersonalAsked
            | Self::SensitiveAsked
            | Self::UnmeasuredGoal { .. }
            | Self::ScaleChanged
            | Self::NewCode { .. }
            | Self::NoOverall => Weight::Serious,
            Self::Negation
            | Self::Absolute
            | Self::TooManyPoints { .. }
            | Self::NoDontKnow
            | Self::LongText { .. }
            | Self::HardToRead(_)
            | Self::ManyRequired { .. }
            | Self::ManyOpenQuestions { .. }
            | Self::ManyAnswers { .. }
            | Self::OverPromisedMinutes { .. }
            | Self::SmallGroups { .. }
            | Self::UnusedQuestion
            | Self::UnjudgedGoal { .. }
            | Self::Reworded => Weight::Look,
        }
    }

    /// The values of its sentence.
    pub(super) fn values(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::UnbalancedScale { better, worse } => vec![("better", (*better).into()), ("worse", (*worse).into())],
            Self::TooManyPoints { points, most } => vec![("points", plain(*points)), ("most", plain(*most))],
            Self::LongText { characters, most } => vec![("characters", plain(*characters)), ("most", plain(*most))],
            Self::HardToRead(found) => {
                vec![("measure", Value::Key(measure_key(found))), ("value", Value::Text(format!("{:.0}", found.value)))]
            }
            Self::ManyRequired { count } => vec![("count", (*count).into())],
            Self::ManyOpenQuestions { count, most } | Self::ManyAnswers { count, most } => {
                vec![("count", (*count).into()), ("most", plain(*most))]
            }
            Self::OverPromisedMinutes { estimated, promised } => {
                vec![("estimated", (*estimated).into()), ("promised", (*promised).into())]
            }
            Self::SmallGroups { responses, threshold, groups } => {
                vec![("responses", (*responses).into()), ("threshold", plain(*threshold)), ("groups", plain(*groups))]
            }
            Self::UnmeasuredGoal { goal, field, .. } | Self::UnjudgedGoal { goal, field, .. } => {
                vec![("goal", in_ticks(goal)), ("field", field.into())]
            }
            Self::NewCode { before } => vec![("before", before.into())],
            _ => Vec::new(),
        }
    }
}

/// A number that no plural depends on.
fn plain(number: usize) -> Value {
    Value::Text(number.to_string())
}

/// A code as files are spoken of. The text has no quotation marks of its own: a page puts a name here, in those of its language.
fn in_ticks(code: &Code) -> Value {
    Value::Text(format!("`{code}`"))
}

fn measure_key(found: &Readability) -> &'static str {
    use super::Measure;
    match found.measure {
        Measure::Gulpease => "advice-measure-gulpease",
        Measure::Flesch => "advice-measure-flesch",
        Measure::Amstad => "advice-measure-amstad",
        Measure::KandelMoles => "advice-measure-kandel-moles",
        Measure::SentenceLength => "advice-measure-sentence-length",
        Measure::WordLength => "advice-measure-word-length",
    }
}

impl super::Advice {
    /// What is the matter, as a sentence to be said.
    pub fn what(&self) -> Said {
        let mut said = Said::new(self.matter.keys().what);
        said.values = self.matter.values();
        if let Some(marked) = &self.marked {
            said = said.with("marked", marked.as_str());
        }
        if let Some(language) = &self.language {
            said = said.with("language", language);
        }
        match &self.at {
            super::Place::Scale(code) => said.with("scale", in_ticks(code)),
            _ => said,
        }
    }

    /// Why, what to do and who says so, as one text to be said.
    pub fn hint(&self) -> Said {
        let keys = self.matter.keys();
        let of = |key: &'static str| Value::Key(key);
        Said::new("advice-hint").with("why", of(keys.why)).with("fix", of(keys.fix)).with("source", of(keys.source))
    }
}
