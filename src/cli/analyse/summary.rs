//! The figures as tables for a terminal, after suppression.

use crate::analysis::{GoalFinding, Interval, ItemFinding, MeanFinding, OptionCount, Publishable, ShareFinding, Shown};
use crate::chart::{Favourable, Format, GoalUnit, Setting, goal_reason};
use crate::charter::Verdict;
use crate::form::{FieldKind, Form, Kind, Layout, Question, Scale};
use crate::language::{integer, number, percentage, say, say_with};
use crate::text::Language;

/// What the terminal shows.
pub fn write(form: &Form, publishable: &Publishable, universe: Option<u64>, language: &Language) -> String {
    let writer = Writer { form, layout: Layout::of(form), publishable, language };
    let title = form.title.get(language, form.fallback());
    let mut text = say_with(language, "analyse-title", &[("form", title.into()), ("count", publishable.rows().into())]);
    text.push('\n');
    if let Some(universe) = universe {
        let count = integer(language, universe);
        text.push_str(&say_with(language, "analyse-universe", &[("count", count.into())]));
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&writer.items());
    for grouping in publishable.groupings() {
        text.push_str(&writer.breakdown(grouping));
    }
    text.push_str(&writer.needs());
    if !publishable.goals().is_empty() {
        text.push_str(&format!("\n{}\n", say(language, "analyse-goals")));
        text.push_str(&lines_of(&writer.goals()));
    }
    let (percentage, threshold) = (Publishable::PERCENTAGE_BASE, publishable.threshold());
    let note = [("percentage", percentage.into()), ("threshold", threshold.into())];
    text.push_str(&format!("\n{}\n", say_with(language, "analyse-note", &note)));
    text
}

struct Writer<'a> {
    form: &'a Form,
    layout: Layout,
    publishable: &'a Publishable,
    language: &'a Language,
}

impl Writer<'_> {
    fn head(&self, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|column| say(self.language, &format!("analyse-column-{column}"))).collect()
    }

    /// A table for each meaning of the favourable share: who would recommend the office is not thereby satisfied.
    fn items(&self) -> String {
        let kinds = Favourable::ALL.into_iter().map(Some).chain([None]);
        let tables = kinds.filter_map(|kind| self.items_of(kind)).map(|rows| lines_of(&rows));
        tables.collect::<Vec<_>>().join("\n")
    }

    /// The items whose favourable share is called so, or those of scales that call nothing favourable.
    fn items_of(&self, kind: Option<Favourable>) -> Option<Vec<Vec<String>>> {
        let mut head = self.head(&["item", "base"]);
        if let Some(kind) = kind {
            head.push(say(self.language, &format!("chart-{}", kind.code())));
            head.extend(self.head(&["interval"]));
        }
        head.extend(self.head(&["mean", "median", "index"]));
        let mut rows = vec![head];
        for (code, shown) in self.publishable.items().filter(|(code, _)| self.judged_as(code) == Some(kind)) {
            let mut row = vec![self.label(code)];
            row.extend(match shown {
                Shown::Full(item) => self.full(item),
                Shown::CountsOnly(item) if kind.is_some() => {
                    vec![integer(self.language, item.base.valid), self.count(item.satisfied)]
                }
                Shown::CountsOnly(item) => vec![integer(self.language, item.base.valid)],
                Shown::Suppressed => vec![self.suppressed()],
            });
            rows.push(row);
        }
        (rows.len() > 1).then_some(rows)
    }

    fn full(&self, item: &ItemFinding) -> Vec<String> {
        let mut cells = vec![integer(self.language, item.base.valid)];
        cells.extend(
            item.satisfied.into_iter().flat_map(|share| [self.share(Some(share)), self.interval(share.interval, share.base)]),
        );
        cells.extend([
            self.mean(item.mean),
            item.median.map_or_else(String::new, |median| number(self.language, median, 1)),
            item.mean.map_or_else(String::new, |mean| number(self.language, mean.index, 0)),
        ]);
        cells
    }

    fn breakdown(&self, grouping: &str) -> String {
        let judged = || self.publishable.items().map(|(code, _)| code).filter(|code| self.is_judged(code));
        // An item is not divided by itself.
        let groups = judged().map(|code| self.publishable.groups(code, grouping)).find(|groups| !groups.is_empty());
        let groups: Vec<&str> = groups.unwrap_or_default().into_iter().map(|(group, _)| group).collect();
        if groups.len() < 2 {
            return String::new();
        }
        let mut rows = vec![vec![say(self.language, "analyse-column-item")]];
        rows[0].extend(groups.iter().map(|group| self.group_label(grouping, group)));
        for code in judged() {
            let cells = self.publishable.groups(code, grouping);
            if cells.is_empty() {
                continue;
            }
            let mut row = vec![self.label(code)];
            row.extend(cells.into_iter().map(|(_, shown)| match shown {
                Shown::Full(group) => {
                    format!("{} ({})", self.share(group.satisfied), integer(self.language, group.base.valid))
                }
                Shown::CountsOnly(group) => self.count(group.satisfied),
                Shown::Suppressed => "\u{2013}".to_owned(),
            }));
            rows.push(row);
        }
        let heading = match grouping {
            "channel" => say(self.language, "analyse-by-channel"),
            _ => say_with(self.language, "analyse-by", &[("name", self.label(grouping).into())]),
        };
        format!("\n{heading}\n{}", lines_of(&rows))
    }

    fn needs(&self) -> String {
        let mut text = String::new();
        for (code, shown) in self.publishable.needs() {
            let (Shown::Full(need) | Shown::CountsOnly(need)) = shown else { continue };
            let mut rows = vec![vec![self.label(code), self.chosen_of(need.base), String::new()]];
            for option in &need.options {
                let share = option.share.filter(|_| Publishable::shows_percentages(need.base));
                let count = match option.count {
                    OptionCount::Exact(count) => integer(self.language, count),
                    OptionCount::Few => self.suppressed(),
                    OptionCount::Withheld => "\u{2013}".to_owned(),
                };
                rows.push(vec![self.option_label(code, &option.code), count, self.share(share)]);
            }
            text.push_str(&format!("\n{}", lines_of(&rows)));
        }
        if text.is_empty() { text } else { format!("\n{}{text}", say(self.language, "analyse-needs")) }
    }

    fn goals(&self) -> Vec<Vec<String>> {
        let mut rows = vec![self.head(&["goal", "base", "target", "found", "bounds", "verdict"])];
        let setting =
            Setting { language: self.language, fallback: self.form.fallback(), captions_drawn: false, format: Format::Page };
        for goal in self.publishable.goals() {
            let unit = GoalUnit::of(&goal.standard, goal.target, &setting);
            let figure = |value: f64| unit.write(value, goal.base);
            let bounds = goal.bounds.filter(|_| !goal.is_on_few());
            rows.push(vec![
                goal.standard.title.get(self.language, self.form.fallback()).to_owned(),
                integer(self.language, goal.base),
                unit.target(),
                goal.value.filter(|_| !goal.is_on_few()).map_or_else(String::new, figure),
                bounds.map_or_else(String::new, |bounds| format!("{} \u{2013} {}", figure(bounds.lower), figure(bounds.upper))),
                self.verdict(goal),
            ]);
        }
        rows
    }

    fn verdict(&self, goal: &GoalFinding) -> String {
        match goal.verdict {
            Verdict::Reached => say(self.language, "analyse-reached"),
            Verdict::NotReached => say(self.language, "analyse-not-reached"),
            Verdict::NotDemonstrable(_) => {
                let reason = goal_reason(goal, self.language);
                say_with(self.language, "analyse-not-demonstrable", &[("reason", reason.into())])
            }
        }
    }

    /// Whether an item is a judgement on a scale.
    fn is_judged(&self, code: &str) -> bool {
        self.judged_as(code).is_some()
    }

    /// What the favourable share of an item is called, `Some(None)` where its scale calls nothing favourable; `None` where it
    /// is no judgement on a scale.
    fn judged_as(&self, code: &str) -> Option<Option<Favourable>> {
        let field = self.layout.field(code)?;
        let FieldKind::Scale(scale) = &field.kind else { return None };
        let tells = self.form.scale(scale).is_some_and(Scale::tells_satisfied);
        Some(tells.then(|| Favourable::of(field.role)))
    }

    fn question(&self, code: &str) -> Option<&Question> {
        let place = self.layout.field(code).map(|field| field.place);
        match place {
            Some((page, question)) => self.form.pages.get(page)?.questions.get(question),
            None => self.form.questions().map(|(_, question)| question).find(|question| question.code.as_str() == code),
        }
    }

    fn label(&self, code: &str) -> String {
        let Some(question) = self.question(code) else { return code.to_owned() };
        let text = match &question.kind {
            Kind::Matrix { items, .. } => items.iter().find(|item| item.code.as_str() == code).map(|item| &item.text),
            _ => Some(&question.text),
        };
        let text = text.map_or(code, |text| text.get(self.language, self.form.fallback()));
        if text.is_empty() { code.to_owned() } else { text.to_owned() }
    }

    fn option_label(&self, question: &str, option: &str) -> String {
        let Some(Kind::MultipleChoice { choices, .. }) = self.question(question).map(|question| &question.kind) else {
            return option.to_owned();
        };
        let found = choices.iter().find(|choice| choice.code.as_str() == option);
        found.map_or(option, |choice| choice.label.get(self.language, self.form.fallback())).to_owned()
    }

    fn group_label(&self, grouping: &str, group: &str) -> String {
        if grouping == "channel" {
            let key = format!("channel-{group}");
            let known = crate::survey::Channel::parse(group).is_some();
            return say(self.language, if known { &key } else { "analyse-channel-unstated" });
        }
        let Some(Kind::SingleChoice { choices }) = self.question(grouping).map(|question| &question.kind) else {
            return group.to_owned();
        };
        let found = choices.iter().find(|choice| choice.value.to_string() == group);
        found.map_or(group, |choice| choice.label.get(self.language, self.form.fallback())).to_owned()
    }

    fn share(&self, share: Option<ShareFinding>) -> String {
        share.map_or_else(String::new, |share| percentage(self.language, share.share, share.base))
    }

    fn count(&self, share: Option<ShareFinding>) -> String {
        let Some(share) = share else { return String::new() };
        let figures = [("satisfied", share.count.into()), ("base", share.base.into())];
        say_with(self.language, "analyse-counts-only", &figures)
    }

    fn chosen_of(&self, base: u64) -> String {
        say_with(self.language, "analyse-chosen", &[("base", integer(self.language, base).into())])
    }

    fn interval(&self, interval: Interval, base: u64) -> String {
        let end = |value| percentage(self.language, value, base);
        format!("{} \u{2013} {}", end(interval.lower), end(interval.upper))
    }

    fn mean(&self, mean: Option<MeanFinding>) -> String {
        mean.map_or_else(String::new, |mean| number(self.language, mean.mean, 2))
    }

    fn suppressed(&self) -> String {
        say_with(self.language, "analyse-suppressed", &[("threshold", self.publishable.threshold().into())])
    }
}

/// What is wider is a sentence.
const WIDEST_FIGURE: usize = 30;

/// Rows as aligned lines: the first column and columns of sentences to the left, the others to the right.
fn lines_of(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width_of =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width_of).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            0 => format!("{cell:<width$}"),
            _ if *width > WIDEST_FIGURE => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}
