//! The downhill simplex (Nelder and Mead 1965) in a box.

/// The most parameters a search has room for.
pub(crate) const PARAMETERS_MAX: usize = 20;

type Point = [f64; PARAMETERS_MAX];

/// When to stop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Evaluations of the function.
    pub(crate) evaluations: usize,
    /// The spread of values over the simplex that counts as none, as a share of their size.
    pub(crate) tolerance: f64,
}

/// Lowers `function` over a box, from `start` with a first simplex of `steps`; gives the lowest value seen, leaving its place in `start`.
///
/// Points outside the box are moved to its wall. Infinite values are allowed, except that a search
/// whose start has one and that finds none better returns it.
pub(crate) fn minimise(
    start: &mut [f64],
    steps: &[f64],
    bounds: &[(f64, f64)],
    limits: Limits,
    mut function: impl FnMut(&[f64]) -> f64,
) -> f64 {
    let size = start.len().min(PARAMETERS_MAX);
    let mut evaluate = |point: &mut Point| {
        for (value, (low, high)) in point[..size].iter_mut().zip(bounds) {
            *value = value.clamp(*low, *high);
        }
        let value = function(&point[..size]);
        if value.is_nan() { f64::INFINITY } else { value }
    };
    let mut simplex = [([0.0; PARAMETERS_MAX], f64::INFINITY); PARAMETERS_MAX + 1];
    for (corner, (point, value)) in simplex[..=size].iter_mut().enumerate() {
        point[..size].copy_from_slice(start);
        if let Some(moved) = corner.checked_sub(1) {
            let (low, high) = bounds[moved];
            let up = point[moved] + steps[moved];
            // A step into the wall would leave a flat simplex.
            point[moved] = if up <= high { up } else { (point[moved] - steps[moved]).max(low) };
        }
        *value = evaluate(point);
    }
    let simplex = &mut simplex[..=size];
    let mut evaluations = size + 1;
    loop {
        simplex.sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
        let (best, worst) = (simplex[0].1, simplex[size].1);
        let flat = worst - best <= limits.tolerance * (best.abs() + limits.tolerance);
        if size == 0 || flat || evaluations >= limits.evaluations {
            break;
        }
        evaluations += step(simplex, size, &mut evaluate);
    }
    start.copy_from_slice(&simplex[0].0[..size]);
    simplex[0].1
}

/// One move of the worst corner, or a shrink; gives the evaluations it took.
fn step(simplex: &mut [(Point, f64)], size: usize, evaluate: &mut impl FnMut(&mut Point) -> f64) -> usize {
    let mut centre = [0.0; PARAMETERS_MAX];
    for (point, _) in &simplex[..size] {
        for (sum, value) in centre[..size].iter_mut().zip(point) {
            *sum += value / size as f64;
        }
    }
    let (worst, worst_value) = simplex[size];
    let mut along = |distance: f64| {
        let mut point = centre;
        for (value, worst) in point[..size].iter_mut().zip(&worst) {
            *value += distance * (*value - worst);
        }
        let value = evaluate(&mut point);
        (point, value)
    };
    let reflected = along(1.0);
    if reflected.1 < simplex[0].1 {
        let expanded = along(2.0);
        simplex[size] = if expanded.1 < reflected.1 { expanded } else { reflected };
        return 2;
    }
    if reflected.1 < simplex[size - 1].1 {
        simplex[size] = reflected;
        return 1;
    }
    let contracted = along(if reflected.1 < worst_value { 0.5 } else { -0.5 });
    if contracted.1 < reflected.1.min(worst_value) {
        simplex[size] = contracted;
        return 2;
    }
    let best = simplex[0].0;
    for (point, value) in &mut simplex[1..] {
        for (value, best) in point[..size].iter_mut().zip(&best) {
            *value = best + 0.5 * (*value - best);
        }
        *value = evaluate(point);
    }
    2 + size
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { evaluations: 2_000, tolerance: 1e-12 };

    #[test]
    fn the_valley_of_rosenbrock_is_walked_down() {
        let mut point = [-1.2, 1.0];
        let least = minimise(&mut point, &[0.5, 0.5], &[(-5.0, 5.0); 2], LIMITS, |x| {
            100.0 * (x[1] - x[0] * x[0]).powi(2) + (1.0 - x[0]).powi(2)
        });
        assert!(least < 1e-8 && (point[0] - 1.0).abs() < 1e-3, "{least} at {point:?}");
    }

    #[test]
    fn walls_hold() {
        let mut point = [0.5];
        minimise(&mut point, &[0.1], &[(0.0, 1.0)], LIMITS, |x| -x[0]);
        assert_eq!(point, [1.0]);
    }

    #[test]
    fn infinite_values_are_avoided() {
        let mut point = [0.9];
        minimise(&mut point, &[0.05], &[(0.0, 1.0)], LIMITS, |x| if x[0] < 0.3 { f64::NAN } else { x[0] });
        assert!((point[0] - 0.3).abs() < 1e-3);
    }
}
