/** The figures that describe the distribution of a sample; null where the sample is too small or does not vary. */
export interface SampleShape {
  readonly mean: number | null;
  /** Sample standard deviation (n-1). */
  readonly sd: number | null;
  /** k3 / k2^1.5; 0 for a symmetric sample. */
  readonly skewness: number | null;
  /** k4 / k2^2, the excess over the normal distribution's. */
  readonly kurtosis: number | null;
}

/**
 * A sample's mean, and its values less the mean.
 *
 * Values that are equal but for the noise of adding (1e-9 of the largest of them) come out as exact zeros: a correlation
 * with noise would look like a finding.
 */
export function centred(sample: Float64Array): { readonly mean: number; readonly values: Float64Array } {
  const n = sample.length;
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    sum += sample[i]!;
    largest = Math.max(largest, Math.abs(sample[i]!));
  }
  const mean = n > 0 ? sum / n : 0;
  const values = new Float64Array(n);
  let furthest = 0;
  for (let i = 0; i < n; i++) {
    values[i] = sample[i]! - mean;
    furthest = Math.max(furthest, Math.abs(values[i]!));
  }
  if (furthest <= largest * 1e-9) values.fill(0);
  return { mean, values };
}

export function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The middle value, or the mean of the two in the middle; null for an empty sample. Leaves the sample as it is. */
export function median(sample: Float64Array): number | null {
  const n = sample.length;
  if (n === 0) return null;
  const sorted = sample.slice().sort();
  const half = n >> 1;
  return n % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * Mean, SD, skewness and kurtosis by k-statistics (Fisher's unbiased estimators of the cumulants; Kenney and Keeping):
 * k2 = S2/(n-1), k3 = n S3 / ((n-1)(n-2)), k4 = n ((n+1) S4 - 3 (n-1)/n S2^2) / ((n-1)(n-2)(n-3)), Sp = sum of d^p.
 */
export function sampleShape(sample: Float64Array): SampleShape {
  const n = sample.length;
  const { mean, values } = centred(sample);
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  for (let i = 0; i < n; i++) {
    const square = values[i]! * values[i]!;
    s2 += square;
    s3 += square * values[i]!;
    s4 += square * square;
  }
  const k2 = s2 / (n - 1);
  const k3 = (n * s3) / ((n - 1) * (n - 2));
  const k4 = (n * ((n + 1) * s4 - (3 * (n - 1) * s2 * s2) / n)) / ((n - 1) * (n - 2) * (n - 3));
  return {
    mean: n > 0 ? mean : null,
    sd: n > 1 ? Math.sqrt(k2) : null,
    skewness: n > 2 && s2 > 0 ? k3 / k2 ** 1.5 : null,
    kurtosis: n > 3 && s2 > 0 ? k4 / k2 ** 2 : null,
  };
}
