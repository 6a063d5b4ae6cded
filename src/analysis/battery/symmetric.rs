//! What the batteries need of symmetric matrices: Cholesky's factor, and the axes of a positive definite one.

/// Row by row.
pub(super) type Matrix = Vec<Vec<f64>>;

/// A symmetric square from its upper half, the cell of each row and column asked for once.
pub(super) fn mirrored<T: Copy>(size: usize, cell: impl Fn(usize, usize) -> T) -> Vec<Vec<T>> {
    let mut rows: Vec<Vec<T>> = Vec::with_capacity(size);
    for at in 0..size {
        let mut row: Vec<T> = rows.iter().map(|above| above[at]).collect();
        row.extend((at..size).map(|column| cell(at, column)));
        rows.push(row);
    }
    rows
}

/// The lower triangular factor `L` of a positive definite matrix `L L'`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cholesky {
    lower: Matrix,
}

impl Cholesky {
    /// `None` where what a row leaves unexplained by those before is less than this part of its diagonal.
    pub fn of(matrix: &[Vec<f64>], least: f64) -> Option<Self> {
        let mut lower: Matrix = Vec::with_capacity(matrix.len());
        for row in matrix.iter().take(matrix.len()) {
            let at = lower.len();
            let mut own = vec![0.0; matrix.len()];
            for (column, above) in lower.iter().enumerate() {
                own[column] = (row[column] - dot(&own[..column], &above[..column])) / above[column];
            }
            let rest = row[at] - dot(&own[..at], &own[..at]);
            if rest.is_nan() || rest <= least * row[at].abs() {
                return None;
            }
            own[at] = rest.sqrt();
            lower.push(own);
        }
        Some(Self { lower })
    }

    /// The `x` of `L L' x = right`.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut x = right.to_vec();
        for (at, row) in self.lower.iter().enumerate() {
            x[at] = (x[at] - dot(&row[..at], &x[..at])) / row[at];
        }
        for at in (0..x.len()).rev() {
            x[at] /= self.lower[at][at];
            for before in 0..at {
                x[before] -= self.lower[at][before] * x[at];
            }
        }
        x
    }

    /// The diagonal of the inverse.
    pub fn inverse_diagonal(&self) -> Vec<f64> {
        let unit = |at: usize| (0..self.lower.len()).map(|other| if other == at { 1.0 } else { 0.0 }).collect::<Vec<_>>();
        (0..self.lower.len()).map(|at| self.solve(&unit(at))[at]).collect()
    }

    /// The columns of the factor.
    pub fn columns(&self) -> Matrix {
        (0..self.lower.len()).map(|column| self.lower.iter().map(|row| row[column]).collect()).collect()
    }
}

/// Turns the columns of any factor `B` of a positive definite `B B'` until they are at right angles: each is then an
/// eigenvector as long as the square root of its eigenvalue. False where they do not come to rest.
///
/// Source: Hestenes 1958, J. SIAM 6, 51-90; Demmel & Veselic 1992, SIAM J. Matrix Anal. 13, 1204-1245, for its accuracy.
pub(super) fn set_at_right_angles(columns: &mut [Vec<f64>]) -> bool {
    const SWEEPS: u8 = 60;
    (0..SWEEPS).any(|_| {
        let mut at_rest = true;
        for second in 1..columns.len() {
            let (before, from) = columns.split_at_mut(second);
            for first in before {
                at_rest &= !turn(first, &mut from[0]);
            }
        }
        at_rest
    })
}

/// Turns two columns in their plane; false where they are at right angles already.
fn turn(first: &mut [f64], second: &mut [f64]) -> bool {
    let (own, other, shared) = (dot(first, first), dot(second, second), dot(first, second));
    if shared.abs() <= 4.0 * f64::EPSILON * (own * other).sqrt() {
        return false;
    }
    let ratio = (other - own) / (2.0 * shared);
    let tangent = ratio.signum() / (ratio.abs() + ratio.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = cosine * tangent;
    for (x, y) in first.iter_mut().zip(second) {
        (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
    }
    true
}

/// The sum of products.
pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-13, "{found} instead of {expected}");
    }

    #[test]
    fn a_system_is_solved_and_inverted() {
        let cholesky = Cholesky::of(&[vec![4.0, 2.0, 1.0], vec![2.0, 5.0, 3.0], vec![1.0, 3.0, 6.0]], 1e-12).unwrap();
        // solve(V, c(1, 2, 3)) and diag(solve(V)) in R
        for (found, expected) in cholesky.solve(&[1.0, 2.0, 3.0]).iter().zip([6.0 / 67.0, 7.0 / 67.0, 29.0 / 67.0]) {
            agree(*found, expected);
        }
        for (found, expected) in cholesky.inverse_diagonal().iter().zip([21.0 / 67.0, 23.0 / 67.0, 16.0 / 67.0]) {
            agree(*found, expected);
        }
    }

    #[test]
    fn a_row_made_of_the_others_has_no_factor() {
        assert_eq!(Cholesky::of(&[vec![1.0, 1.0], vec![1.0, 1.0]], 1e-12), None);
        assert_eq!(Cholesky::of(&[vec![1.0, f64::NAN], vec![f64::NAN, 1.0]], 1e-12), None);
    }

    #[test]
    fn the_axes_make_the_matrix_again() {
        let matrix = [vec![4.0, 2.0, 1.0], vec![2.0, 5.0, 3.0], vec![1.0, 3.0, 6.0]];
        let mut columns = Cholesky::of(&matrix, 0.0).unwrap().columns();
        assert!(set_at_right_angles(&mut columns));
        for first in 0..3 {
            for second in 0..3 {
                agree(columns.iter().map(|column| column[first] * column[second]).sum(), matrix[first][second]);
                if first != second {
                    agree(dot(&columns[first], &columns[second]), 0.0);
                }
            }
        }
    }
}
