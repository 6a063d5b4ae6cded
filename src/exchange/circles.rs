//! Which names lead to each other: conditions that go in a circle.

use std::collections::{BTreeMap, BTreeSet};

/// For each name the circle that it is in, by a number. Names in the same one lead to each other; a name in none is alone in its own.
pub(super) fn circles(leads: &BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, usize> {
    let numbers: BTreeMap<&str, usize> = leads.keys().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let known = |to: &BTreeSet<String>| to.iter().filter_map(|name| numbers.get(name.as_str()).copied()).collect();
    let edges: Vec<Vec<usize>> = leads.values().map(known).collect();
    leads.keys().cloned().zip(components(&edges)).collect()
}

/// Which nodes can reach each other (Kosaraju's way: twice through every edge, however they are knotted).
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut reversed: Vec<Vec<usize>> = vec![Vec::new(); edges.len()];
    for (from, all) in edges.iter().enumerate() {
        all.iter().for_each(|to| reversed[*to].push(from));
    }
    let mut found: Vec<Option<usize>> = vec![None; edges.len()];
    for start in finished(edges).into_iter().rev() {
        let mut queue = vec![start];
        while let Some(node) = queue.pop() {
            if found[node].is_none() {
                found[node] = Some(start);
                queue.extend(&reversed[node]);
            }
        }
    }
    found.into_iter().flatten().collect()
}

/// The nodes in the order in which a walk in depth leaves them.
fn finished(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; edges.len()];
    let mut order = Vec::with_capacity(edges.len());
    for start in 0..edges.len() {
        let mut path: Vec<(usize, usize)> = Vec::new();
        if !std::mem::replace(&mut seen[start], true) {
            path.push((start, 0));
        }
        while let Some((node, next)) = path.last_mut() {
            match edges[*node].get(*next).copied() {
                Some(to) => {
                    *next += 1;
                    if !std::mem::replace(&mut seen[to], true) {
                        path.push((to, 0));
                    }
                }
                None => {
                    order.push(*node);
                    path.pop();
                }
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_to_each_other_are_in_one_circle() {
        let leads = [("a", "b x"), ("b", "c"), ("c", "a"), ("d", "a e"), ("e", "d"), ("f", "f"), ("g", "nobody")];
        let leads = leads.map(|(from, to)| (from.to_owned(), to.split(' ').map(str::to_owned).collect())).into();
        let found = circles(&leads);
        let same = |one: &str, other: &str| found.get(one) == found.get(other);
        assert!(same("a", "b") && same("b", "c") && same("d", "e"));
        assert!(!same("a", "d") && !same("f", "a") && !same("g", "f"));
        assert_eq!(found.get("nobody"), None);
    }

    #[test]
    fn the_longest_chain_is_walked_without_going_deeper() {
        let leads = (0..100_000).map(|at| (format!("{at:06}"), BTreeSet::from([format!("{:06}", (at + 1) % 100_000)]))).collect();
        let found = circles(&leads);
        assert_eq!(found.values().collect::<BTreeSet<_>>().len(), 1);
    }
}
