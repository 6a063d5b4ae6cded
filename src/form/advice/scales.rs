//! Scales: balance, labels, points, "don't know", and what counts as satisfied.

use super::remedy::stock;
use super::tokens::{Phrases, tokens};
use super::words::{DONT_KNOW, Lexicon, Stock, WORST, lexicon};
use super::{Advice, Matter, Place, Remedy};
use crate::form::{Form, Kind, Point, Polarity, Role, Scale};
use crate::text::Code;

/// More points than this are more than people tell apart (Preston & Colman 2000: nothing is gained over ten; 0 to 10 is usual).
const MOST_POINTS: usize = 11;
/// More labelled points than this are not told apart by their words (Krosnick & Presser 2010: five to seven).
const MOST_LABELLED: usize = 7;

/// Notes everything about the scales of a form.
pub(super) fn advise_on_scales(form: &Form, advice: &mut Vec<Advice>) {
    for scale in &form.scales {
        let mut note = |matter: Matter, remedy: Option<Remedy>| {
            advice.push(Advice::at(Place::Scale(scale.code.clone()), matter).with_remedy(remedy));
        };
        let code = || scale.code.clone();
        let judges = |roles: &[Role]| judges(form, scale, roles);
        let has_stock = |texts: &Stock| !stock(form, texts).is_empty();
        if !scale.tells_satisfied() && judges(&[Role::Satisfaction, Role::Overall]) {
            note(Matter::NoneSatisfied, Some(Remedy::MarkSatisfied(code())));
        }
        if scale.points.iter().any(|point| point.neutral && point.satisfied) {
            note(Matter::NeutralSatisfied, Some(Remedy::UnmarkNeutral(code())));
        }
        if ends(scale).any(|point| point.label.is_empty() && point.symbol.is_none()) {
            let satisfies = judges(&[Role::Satisfaction, Role::Overall]) && has_stock(&WORST);
            note(Matter::UnlabelledScale, satisfies.then(|| Remedy::LabelEnds(code())));
        }
        if let Some((better, worse)) = unbalanced(form, scale) {
            note(Matter::UnbalancedScale { better, worse }, None);
        }
        let labelled = scale.points.iter().all(|point| !point.label.is_empty());
        let most = if labelled { MOST_LABELLED } else { MOST_POINTS };
        if scale.points.len() > most {
            note(Matter::TooManyPoints { points: scale.points.len(), most }, None);
        }
        if scale.dont_know.is_none() && scale.not_applicable.is_none() && judges(&[Role::Satisfaction]) {
            note(Matter::NoDontKnow, has_stock(&DONT_KNOW).then(|| Remedy::AddDontKnow(code())));
        }
    }
}

/// The scale that a further judgement is best asked on: one that judges already, with "don't know"; else any that tells who is satisfied.
pub(super) fn to_judge_on(form: &Form) -> Option<&Scale> {
    let fitting = form.scales.iter().filter(|scale| scale.tells_satisfied());
    fitting.min_by_key(|scale| (!judges(form, scale, &[Role::Satisfaction, Role::Overall]), scale.dont_know.is_none()))
}

/// Whether a question of these roles is answered on a scale.
fn judges(form: &Form, scale: &Scale, roles: &[Role]) -> bool {
    form.questions().any(|(_, question)| roles.contains(&question.role) && uses(&question.kind, &scale.code))
}

fn ends(scale: &Scale) -> impl Iterator<Item = &Point> {
    [scale.points.first(), scale.points.last()].into_iter().flatten()
}

fn uses(kind: &Kind, scale: &Code) -> bool {
    matches!(kind, Kind::Rating { scale: own } | Kind::Matrix { scale: own, .. } if own == scale)
}

/// The side of a label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Worse,
    Middle,
    Better,
}

/// The points better and worse than the middle, where they are not equally many: by the words where every one of them is understood, else by
/// where the neutral point stands.
fn unbalanced(form: &Form, scale: &Scale) -> Option<(usize, usize)> {
    let by_words = form.languages.iter().find_map(|language| {
        let lexicon = lexicon(language)?;
        // Whoever marks a point as neutral says that it is the middle, whatever it is called ("abbastanza").
        let side = |point: &Point| match point.neutral {
            true => Some(Side::Middle),
            false => side_of(lexicon, point.label.has(language).then(|| point.label.get(language, language))?),
        };
        scale.points.iter().map(side).collect::<Option<Vec<Side>>>().filter(|sides| is_a_row(sides))
    });
    let (better, worse) = match by_words {
        Some(sides) if is_pass_or_fail(&sides) => return None,
        Some(sides) => {
            let count = |side: Side| sides.iter().filter(|own| **own == side).count();
            (count(Side::Better), count(Side::Worse))
        }
        None => {
            let neutral = scale.points.iter().position(|point| point.neutral)?;
            let (below, above) = (neutral, scale.points.len() - neutral - 1);
            // An even number of points has no middle: 5 of 1 to 10 is as near to it as can be.
            if below.abs_diff(above) < 2 {
                return None;
            }
            match scale.polarity {
                Polarity::HigherIsBetter => (above, below),
                Polarity::LowerIsBetter => (below, above),
            }
        }
    };
    (better != worse).then_some((better, worse))
}

/// Whether only two labels are a middle and what is worse ("inaccettabile", "accettabile"): so the middle is the better one.
fn is_pass_or_fail(sides: &[Side]) -> bool {
    matches!(sides, [Side::Worse, Side::Middle] | [Side::Middle, Side::Worse])
}

/// Whether labels go from one side to the other over one middle at most; else their words were misunderstood.
fn is_a_row(sides: &[Side]) -> bool {
    let middles = sides.iter().filter(|side| **side == Side::Middle).count();
    middles < 2 && (sides.is_sorted() || sides.iter().rev().is_sorted())
}

/// The side of a label; `None` for words that the adviser does not understand.
fn side_of(lexicon: &Lexicon, label: &str) -> Option<Side> {
    let tokens = tokens(label);
    let has = |phrases: &Phrases| phrases.stand_in(&tokens);
    match (has(&lexicon.neither), has(&lexicon.worse), has(&lexicon.little)) {
        (true, ..) => Some(Side::Middle),
        // "Per niente difficile": turned round twice.
        (_, true, true) => None,
        (_, true, false) | (_, false, true) => Some(Side::Worse),
        _ if has(&lexicon.middle) => Some(Side::Middle),
        _ => has(&lexicon.better).then_some(Side::Better),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{form_with, rated, scale};
    use super::*;

    fn found(labels: &[&str]) -> Option<(usize, usize)> {
        let mut form = form_with(vec![rated("q", "Nel complesso?")]);
        form.scales = vec![scale("five", labels)];
        unbalanced(&form, &form.scales[0])
    }

    #[test]
    fn no_and_yes_are_sides_also_where_they_are_weighed() {
        assert_eq!(found(&["Decisamente no", "Più no che sì", "Più sì che no*", "Decisamente sì*"]), None);
        assert_eq!(found(&["No", "Abbastanza*", "Molto*"]), Some((2, 1)));
    }

    #[test]
    fn what_is_just_acceptable_is_the_middle() {
        assert_eq!(found(&["Molto scarsa", "Scarsa", "Accettabile", "Buona*", "Molto buona*"]), None);
        assert_eq!(found(&["Inaccettabile", "Accettabile*"]), None);
    }
}
