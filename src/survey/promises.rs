//! Whether a form asks what a charter promises to measure.

use crate::charter::{Indicator, Standard, Statistic};
use crate::form::advice::Measured;
use crate::form::{Field, FieldKind, Form, Layout, Scale};
use crate::text::Code;

/// A standard that this form cannot measure as the charter says.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmeasured {
    /// The standard.
    pub standard: Code,
    /// The item its indicator names.
    pub item: Code,
    /// Why not.
    pub reason: UnmeasuredReason,
}

/// Why a form cannot measure a standard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UnmeasuredReason {
    /// The form asks nothing under this code.
    NotAsked,
    /// What it asks is not judged on a scale.
    NotOnAScale,
    /// No point of the scale counts as satisfied.
    NothingSatisfied,
    /// The scale has so few points that the two highest are all of it.
    TooFewPoints,
    /// The mean to reach lies outside the scale; its lowest and highest value.
    TargetOffScale(u8, u8),
}

/// Every one of a charter's standards that a form cannot measure, in their order.
pub fn unmeasured<'s>(standards: impl IntoIterator<Item = &'s Standard>, form: &Form) -> Vec<Unmeasured> {
    let layout = Layout::of(form);
    let mut found = Vec::new();
    for standard in standards {
        let Indicator::Survey { item, statistic } = &standard.indicator else { continue };
        let targets = standard.targets.iter().map(|(_, target)| *target).chain([standard.target]);
        let reason = scale_asked(form, &layout, item).map_or_else(Some, |scale| misfit(scale, *statistic, targets));
        found.extend(reason.map(|reason| Unmeasured { standard: standard.code.clone(), item: item.clone(), reason }));
    }
    found
}

/// Every one of a charter's operational standards of which this form does not ask what the charter sets beside them, in their order.
pub fn unperceived<'s>(standards: impl IntoIterator<Item = &'s Standard>, form: &Form) -> Vec<Unmeasured> {
    let layout = Layout::of(form);
    let mut found = Vec::new();
    for standard in standards {
        let Some(item) = &standard.perceived else { continue };
        let reason = scale_asked(form, &layout, item).err();
        found.extend(reason.map(|reason| Unmeasured { standard: standard.code.clone(), item: item.clone(), reason }));
    }
    found
}

/// What the adviser on forms must know of a charter's standards: what each needs to be asked. Standards that no question stands beside need nothing.
pub fn measured<'s>(standards: impl IntoIterator<Item = &'s Standard>) -> Vec<Measured> {
    let all = standards.into_iter().map(|standard| Measured {
        goal: standard.code.clone(),
        title: standard.title.clone(),
        needed: if let Indicator::Survey { item, .. } = &standard.indicator { Some(item.clone()) } else { None },
        beside: standard.perceived.clone(),
    });
    all.filter(|goal| goal.needed.is_some() || goal.beside.is_some()).collect()
}

fn scale_asked<'f>(form: &'f Form, layout: &Layout, item: &Code) -> Result<&'f Scale, UnmeasuredReason> {
    let field = layout.field(item.as_str()).ok_or(UnmeasuredReason::NotAsked)?;
    scale_of(form, field).ok_or(UnmeasuredReason::NotOnAScale)
}

fn scale_of<'f>(form: &'f Form, field: &Field) -> Option<&'f Scale> {
    match &field.kind {
        FieldKind::Scale(code) => form.scale(code),
        FieldKind::Choice | FieldKind::Option(_) | FieldKind::Number => None,
    }
}

fn misfit(scale: &Scale, statistic: Statistic, mut targets: impl Iterator<Item = f64>) -> Option<UnmeasuredReason> {
    let (lowest, highest) = (scale.lowest(), scale.highest());
    match statistic {
        Statistic::SatisfiedShare => (!scale.tells_satisfied()).then_some(UnmeasuredReason::NothingSatisfied),
        Statistic::TopTwoShare => (scale.points.len() < 3).then_some(UnmeasuredReason::TooFewPoints),
        Statistic::Mean => targets
            .any(|target| !(f64::from(lowest)..=f64::from(highest)).contains(&target))
            .then_some(UnmeasuredReason::TargetOffScale(lowest, highest)),
        Statistic::Index => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::catalog;
    use crate::{charter, form};

    fn reason(item: &str, statistic: &str, target: &str) -> Option<UnmeasuredReason> {
        let charter = format!(
            "code = \"c\"\nlanguages = [\"it\"]\ntitle = \"T\"\nact = \"A\"\napproved_on = 2026-01-01\nvalid_from = 2026\n\
             [[standards]]\ncode = \"s\"\ndimension = \"timeliness\"\ntitle = \"T\"\npromise = \"P\"\ntarget = {target}\n\
             indicator = {{ survey = \"{item}\", statistic = \"{statistic}\" }}\n"
        );
        let charter = charter::parse("c.toml", &charter).unwrap();
        let form = form::parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let found = unmeasured(&charter.standards, &form);
        assert!(found.iter().all(|one| one.item.as_str() == item && one.standard.as_str() == "s"));
        found.first().map(|one| one.reason)
    }

    #[test]
    fn the_shipped_charter_is_measured_by_the_shipped_form() {
        let charter = charter::parse("c.toml", &catalog::charter("carta-urp").unwrap()).unwrap();
        let form = form::parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        assert_eq!(unmeasured(&charter.standards, &form), []);
        let smileys = form::parse("f.toml", &catalog::form("faccine").unwrap()).unwrap();
        assert_eq!(unmeasured(&charter.standards, &smileys).len(), 7, "all survey indicators but `overall`");
        assert_eq!(unperceived(&charter.standards, &form), []);
        let beside: Vec<String> = unperceived(&charter.standards, &smileys).iter().map(|one| one.item.to_string()).collect();
        assert_eq!(beside, ["phone_wait", "reply_time", "opening_hours"]);
    }

    #[test]
    fn the_adviser_knows_which_fields_the_goals_need() {
        let charter = charter::parse("c.toml", &catalog::charter("carta-urp").unwrap()).unwrap();
        let around = |name: &str| {
            let form = form::parse("f.toml", &catalog::form(name).unwrap()).unwrap();
            let goals = measured(&charter.standards);
            let around = form::advice::Surroundings { measured: Some(&goals), ..Default::default() };
            form::advice::advise(&form, &around)
        };
        assert_eq!(around("urp-annuale"), [], "the shipped form is advised nothing");
        let advice = around("faccine");
        let told = |name: &str| advice.iter().filter(|one| one.matter.keys().name == name).count();
        // The satisfaction with the opening hours is a goal of its own: said once.
        assert_eq!([told("unmeasured-goal"), told("unjudged-goal")], [7, 2], "as `unmeasured` and `unperceived` say");
    }

    #[test]
    fn each_reason_why_a_promise_is_not_measured_is_told() {
        assert_eq!(reason("courtesy", "satisfied_share", "0.8"), None);
        assert_eq!(reason("politeness", "satisfied_share", "0.8"), Some(UnmeasuredReason::NotAsked));
        assert_eq!(reason("people", "satisfied_share", "0.8"), Some(UnmeasuredReason::NotAsked), "a matrix is not an item");
        assert_eq!(reason("age", "mean", "3"), Some(UnmeasuredReason::NotOnAScale));
        assert_eq!(reason("matters_staff", "satisfied_share", "0.8"), Some(UnmeasuredReason::NothingSatisfied));
        assert_eq!(reason("courtesy", "mean", "6"), Some(UnmeasuredReason::TargetOffScale(1, 5)));
        assert_eq!(reason("courtesy", "mean", "4"), None);
    }
}
