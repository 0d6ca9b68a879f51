/** Between which bounds the true value lies, 19 times out of 20. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5% quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval for a share: `part` of `whole`, both 0 or more, `part` need not be whole. E. B. Wilson, Probable
 * Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927); as formula (4) without correction in R. G.
 * Newcombe, Statistics in Medicine 17 (1998). Stays within 0..1 and has a width where everybody or nobody is right. Null of 0.
 */
export function wilsonInterval(part: number, whole: number): Interval | null {
  if (whole <= 0) return null;
  const share = part / whole;
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole));
  const middle = share + (Z * Z) / (2 * whole);
  const scale = 1 + (Z * Z) / whole;
  return within((middle - spread) / scale, (middle + spread) / scale);
}

/** Values of some people, by what is enough to know of them. */
export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * The interval of the mean of values within 0..1: mean ± t(0.975, n-1) s/√n ("Student", Biometrika 6 (1908)), kept within
 * 0..1. Where the values hardly differ that interval has no width and promises too much; then, and below two values,
 * Wilson's for the same mean stands in: no values within 0..1 spread wider than yes and no. Null without values.
 */
export function meanInterval({ n, sum, squares }: Sums): Interval | null {
  if (n === 0) return null;
  const variance = varianceOf({ n, sum, squares });
  if (variance === null || variance < 1e-6) return wilsonInterval(sum, n);
  const half = tQuantile(n - 1) * Math.sqrt(variance / n);
  return within(sum / n - half, sum / n + half);
}

/** The sample variance (n-1) of values within 0..1; null below two. */
export function varianceOf({ n, sum, squares }: Sums): number | null {
  return n < 2 ? null : Math.max(0, (squares - (sum * sum) / n) / (n - 1));
}

const exact = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281];

/**
 * The 97.5% quantile of Student's distribution. The table's values to 10 degrees of freedom; above, the expansion in 1/df
 * of Abramowitz and Stegun 26.7.5, right to four digits there.
 */
export function tQuantile(degrees: number): number {
  const known = exact[degrees - 1];
  if (known !== undefined) return known;
  const z = Z;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z);
}

const within = (low: number, high: number): Interval => ({ low: Math.max(0, low), high: Math.min(1, high) });
