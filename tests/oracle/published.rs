//! The page on statistics says what the code computes.

#[allow(dead_code, reason = "drawing samples is the benchmark's part")]
#[path = "../../benches/coverage/population.rs"]
mod population;
#[allow(dead_code, reason = "holding samples against sums is the benchmark's part")]
#[path = "../../benches/coverage/published.rs"]
mod sums;
#[path = "../../benches/coverage/table.rs"]
mod table;

const PAGE: &str = include_str!("../../docs/statistics.md");

#[test]
fn the_exact_tables_of_the_page_are_those_that_the_code_computes() {
    let tables = sums::tables();
    assert!(tables.len() >= 4 && tables.iter().all(|table| table.rows.len() >= 8));
    for table in tables {
        let found = table.on_page(PAGE);
        assert_eq!(found.as_ref(), Some(&table), "docs/statistics.md has to say:\n{}", table.markdown());
    }
}

#[test]
fn a_page_that_is_stale_in_one_cell_is_found_out() {
    let table = sums::finite_verdicts();
    let page = table.markdown();
    assert_eq!(table.on_page(&page).as_ref(), Some(&table));
    let stale = page.replacen("1.9 / 3.5", "1.9 / 3.6", 1);
    assert!(stale != page && table.on_page(&stale).as_ref() != Some(&table));
    assert_eq!(table.on_page("another page"), None);
}

#[test]
fn the_sums_are_of_binomial_and_hypergeometric_probabilities() {
    use population::Population;
    // dbinom(c(0, 7, 20), 20, .3); dhyper(c(1, 3, 5), 6, 9, 5)
    for (from, base, expected) in [
        (Population::Endless(0.3), 20, [(0, 7.979_226_629_761_189e-4), (7, 0.164_261_985_217_236_5), (20, 3.486_784_401e-11)]),
        (Population::People { satisfied: 6, universe: 15 }, 5, [(1, 756.0 / 3_003.0), (3, 720.0 / 3_003.0), (5, 6.0 / 3_003.0)]),
    ] {
        let found = from.exact(base);
        for (count, probability) in expected {
            assert!((found[count] / probability - 1.0).abs() < 1e-10, "{from:?}, {count}: {}", found[count]);
        }
    }
}
