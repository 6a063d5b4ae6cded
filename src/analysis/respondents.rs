//! Hiding the few among the answers to questions about the respondent: a small group is what a colleague knows of a person.

use super::finding::{Findings, ItemFinding, NeedFinding, OptionCount, OptionFinding};
use super::routes::Route;
use crate::form::Role;
use std::collections::{BTreeMap, BTreeSet};

/// By question about the respondent the groups that no breakdown may tell.
pub type Hidden = BTreeMap<String, BTreeSet<String>>;

/// Hides the few in everything that says who the respondents are, and tells which groups are hidden thereby.
pub fn suppress_respondents(findings: &mut Findings, threshold: u64) -> Hidden {
    // How many were asked a question that only some were asked is how many gave the answer that leads to it.
    let told = |asked: u64| (threshold..findings.rows).contains(&asked);
    let of_items = findings.items.iter().filter(|item| item.base.valid >= threshold).map(|item| (&item.code, item.base.asked()));
    let of_needs = findings.needs.iter().filter(|need| need.base >= threshold).map(|need| (&need.code, need.asked));
    let (shown, asked): (BTreeSet<String>, BTreeSet<u64>) =
        of_items.chain(of_needs).filter(|(_, asked)| told(*asked)).map(|(code, asked)| (code.clone(), asked)).unzip();
    let routes: Vec<&Route> = findings.routes.iter().filter(|route| shown.contains(&route.to)).collect();
    for need in &mut findings.needs {
        suppress_need(need, threshold, &asked);
    }
    let about = findings.items.iter_mut().filter(|item| says_who(item.role));
    about.map(|item| (item.code.clone(), merge_few(item, threshold, &asked, &routes))).collect()
}

/// Whether an answer says who somebody is.
pub fn says_who(role: Role) -> bool {
    matches!(role, Role::Profile | Role::Filter)
}

/// Only one sum is told of the values that few gave. The next smallest join them where the total, less those that a question
/// asked of them alone tells, would show how few the others are. Who answered is crossed with nothing.
fn merge_few(item: &mut ItemFinding, threshold: u64, asked: &BTreeSet<u64>, routes: &[&Route]) -> BTreeSet<String> {
    item.groups.clear();
    let few = |count: u64| (1..threshold).contains(&count);
    let (mut merged, shown): (Vec<_>, Vec<_>) = item.counts.iter().copied().partition(|(_, count)| few(*count));
    item.counts = shown;
    let routes: Vec<&Route> = routes.iter().copied().filter(|route| route.question == item.code).collect();
    // Values that lead to the same questions: how many gave any of them, and any of the others, is told.
    let leads_to = |value: i64| routes.iter().map(|route| route.answers.contains(&value)).collect::<Vec<_>>();
    loop {
        let sum: u64 = merged.iter().map(|(_, count)| count).sum();
        let unknown: u64 = merged.iter().map(|(_, count)| count).filter(|count| !asked.contains(count)).sum();
        let alike = |value: i64| merged.iter().filter(|(own, _)| leads_to(*own) == leads_to(value)).map(|(_, count)| count).sum();
        let given = item.counts.iter().enumerate().filter(|(_, (_, count))| *count > 0);
        let joins = given.filter(|(_, (value, _))| few(sum) || few(unknown) || few(alike(*value)));
        // First who leads to the same questions as a few do.
        let next = joins.min_by_key(|(_, (value, count))| (!few(alike(*value)), *count)).map(|(at, _)| at);
        match next {
            Some(at) => merged.push(item.counts.remove(at)),
            None => break,
        }
    }
    item.merged = merged.iter().map(|(_, count)| count).sum();
    if item.merged > 0 {
        // With the counts that are shown they would be equations for those that are not.
        (item.satisfied, item.top_two, item.mean, item.median) = (None, None, None, None);
    }
    merged.into_iter().map(|(value, _)| value.to_string()).collect()
}

fn suppress_need(need: &mut NeedFinding, threshold: u64, asked: &BTreeSet<u64>) {
    if need.base < threshold {
        (need.base, need.asked) = (0, 0);
        need.options.clear();
    }
    if !says_who(need.role) {
        return;
    }
    let count = |option: &OptionFinding| option.count.exact().unwrap_or(0);
    let (mut few, mut told_elsewhere) = (false, 0);
    for option in need.options.iter_mut().filter(|option| (1..threshold).contains(&count(option))) {
        (option.count, option.share, few) = (OptionCount::Few, None, true);
    }
    // Choices overlap, so the counts do not add up to the base; but whoever chose nothing that is shown chose what is hidden.
    loop {
        let rest = need.base.saturating_sub(need.options.iter().map(count).sum::<u64>() + told_elsewhere);
        let smallest = need.options.iter_mut().filter(|option| count(option) > 0).min_by_key(|option| count(option));
        match smallest {
            Some(option) if few && (1..threshold).contains(&rest) => {
                // A question asked of those alone who chose it tells how many they are.
                told_elsewhere += Some(count(option)).filter(|count| asked.contains(count)).unwrap_or(0);
                (option.count, option.share) = (OptionCount::Withheld, None);
            }
            _ => break,
        }
    }
    // The order must not tell what the figures do not: shown ones first, hidden ones by their code, what nobody chose last.
    need.options.sort_by(|one, other| {
        let place = |option: &OptionFinding| match option.count {
            OptionCount::Exact(0) => 2,
            OptionCount::Exact(_) => 0,
            OptionCount::Few | OptionCount::Withheld => 1,
        };
        let by_code = || if place(one) == 1 { one.code.cmp(&other.code) } else { std::cmp::Ordering::Equal };
        place(one).cmp(&place(other)).then_with(by_code)
    });
}
