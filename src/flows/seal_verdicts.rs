//! The official verdicts of a year: sealed when its report is published, read again by the years after, never rewritten.

use super::read_results::Results;
use super::{Failed, Outcome, Refused, Stop};
use crate::analysis::{GoalFinding, PastGoal, PreviousGoal};
use crate::charter::{Bounds, Direction, Verdict, Why};
use crate::ids::EditionId;
use crate::site::Site;
use crate::store::verdict_seal::VerdictSeal;
use crate::store::{self, Database, StoreError};
use crate::text::Code;
use serde::{Deserialize, Serialize};

/// One goal as it is sealed: what was promised, what was found, the verdict. The figures are those that were published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SealedGoal {
    standard: String,
    /// What was measured: [`crate::charter::Indicator::mark`].
    mark: String,
    target: f64,
    direction: String,
    weighting: String,
    value: Option<f64>,
    base: u64,
    lower: Option<f64>,
    upper: Option<f64>,
    verdict: String,
    /// Why it is not demonstrable, and the number that goes with it.
    why: Option<(String, Option<u64>)>,
}

/// Seals the verdicts of these results, in the transaction that publishes them; the same verdicts as before are sealed already.
///
/// # Errors
/// Refused where they differ from those sealed before and no reason is given.
pub(super) fn seal_verdicts(site: &Site, db: &mut Database, results: &Results, reason: &str) -> Result<(), Stop> {
    let body = body_of(results.findings.goals())?;
    let hash = crate::form::source_hash(&body);
    let before = store::verdict_seal::list(db, results.edition.id)?;
    if before.last().is_some_and(|last| last.hash == hash) {
        return Ok(());
    }
    if !before.is_empty() && reason.is_empty() {
        return Err(Refused::Invalid("reason", "refused-verdicts-no-reason").into());
    }
    // The first needs none: nothing is changed by it.
    let reason = if before.is_empty() { "" } else { reason };
    store::verdict_seal::append(db, results.edition.id, (&hash, &body), reason, site.clock.now())?;
    Ok(())
}

/// Whether publishing these results would change verdicts that are sealed.
///
/// # Errors
/// Only when the database fails.
pub fn verdicts_changed(site: &Site, results: &Results) -> Outcome<bool> {
    let hash = crate::form::source_hash(&body_of(results.findings.goals())?);
    let sealed = site.store.read(|db| store::verdict_seal::list(db, results.edition.id))?;
    Ok(sealed.last().is_some_and(|last| last.hash != hash))
}

/// The goals of an edition as they were sealed last; `None` where they never were.
///
/// # Errors
/// Failed where a seal cannot be read any more.
pub(super) fn sealed_goals(db: &mut Database, of: EditionId) -> Result<Option<Vec<PastGoal>>, StoreError> {
    let Some(VerdictSeal { body, .. }) = store::verdict_seal::list(db, of)?.pop() else { return Ok(None) };
    let unreadable = || StoreError::unreadable("verdict_seal.body");
    let goals: Vec<SealedGoal> = serde_json::from_str(&body).map_err(|_| unreadable())?;
    let read = |goal: SealedGoal| {
        let verdict = verdict_of(&goal).ok_or_else(unreadable)?;
        let standard = Code::parse(&goal.standard).ok_or_else(unreadable)?;
        let found = goal.value.map(|value| PreviousGoal { value, base: goal.base, verdict });
        Ok(found.map(|found| PastGoal { standard, mark: goal.mark, found }))
    };
    let read: Result<Vec<Option<PastGoal>>, StoreError> = goals.into_iter().map(read).collect();
    Ok(Some(read?.into_iter().flatten().collect()))
}

fn body_of(goals: &[GoalFinding]) -> Result<String, Failed> {
    let goals: Vec<SealedGoal> = goals.iter().map(sealed).collect();
    serde_json::to_string(&goals).map_err(|error| Failed::Report(error.to_string()))
}

fn sealed(goal: &GoalFinding) -> SealedGoal {
    let (verdict, why) = match goal.verdict {
        Verdict::Reached => ("reached", None),
        Verdict::NotReached => ("not_reached", None),
        Verdict::NotDemonstrable(why) => ("not_demonstrable", Some(why)),
    };
    SealedGoal {
        standard: goal.standard.code.to_string(),
        mark: goal.standard.indicator.mark(),
        target: goal.target,
        direction: match goal.standard.direction {
            Direction::AtLeast => "at_least",
            Direction::AtMost => "at_most",
        }
        .to_owned(),
        weighting: goal.weighting.code().to_owned(),
        value: goal.value,
        base: goal.base,
        lower: goal.bounds.map(|Bounds { lower, .. }| lower),
        upper: goal.bounds.map(|Bounds { upper, .. }| upper),
        verdict: verdict.to_owned(),
        why: why.map(|why| (why.code().to_owned(), why.number())),
    }
}

fn verdict_of(goal: &SealedGoal) -> Option<Verdict> {
    match goal.verdict.as_str() {
        "reached" => Some(Verdict::Reached),
        "not_reached" => Some(Verdict::NotReached),
        "not_demonstrable" => {
            let (code, number) = goal.why.as_ref()?;
            Why::parse(code, *number).map(Verdict::NotDemonstrable)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Agreed, study};
    use crate::charter::{Fact, Indicator, Standard};

    #[test]
    fn a_sealed_verdict_is_read_as_it_was_written() {
        let all = [
            Verdict::Reached,
            Verdict::NotReached,
            Verdict::NotDemonstrable(Why::NearTarget { needed: 693 }),
            Verdict::NotDemonstrable(Why::Undecidable { needed: 9 }),
            Verdict::NotDemonstrable(Why::BelowPlan { planned: 300 }),
            Verdict::NotDemonstrable(Why::TooFewCases { needed: 30 }),
            Verdict::NotDemonstrable(Why::NotMeasured),
            Verdict::NotDemonstrable(Why::OtherRule),
            Verdict::NotDemonstrable(Why::NotWeighed),
        ];
        let form = crate::form::parse("f", &crate::form::catalog::form("faccine").unwrap()).unwrap();
        let layout = crate::form::Layout::of(&form);
        let indicator = Indicator::Administrative(Fact::SurveysHeld);
        let promise = Standard::of(Code::parse("yearly").unwrap(), indicator, 1.0);
        let plan = Agreed { standards: vec![promise], surveys_held: 1, ..Agreed::default() };
        let counted = crate::response::tally(&form, &crate::response::Table::new(layout.clone(), Vec::new()), &[]);
        let goal = study(&form, &layout, &counted, &plan).goals.remove(0);
        for verdict in all {
            let sealed = sealed(&GoalFinding { verdict, ..goal.clone() });
            assert_eq!(verdict_of(&sealed), Some(verdict));
        }
        let broken = SealedGoal { verdict: "kept".to_owned(), ..sealed(&goal) };
        assert_eq!(verdict_of(&broken), None);
    }
}
