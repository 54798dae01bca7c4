/** How well predictions agree with measurements. */
export interface Agreement {
  /** Mean of |predicted − measured| / measured. */
  readonly meanAbsolutePercentageError: number;
  /** Spearman's ρ, equal values sharing the mean of their ranks. NaN where all values of one side are equal. */
  readonly spearman: number;
}

export function agreementOf(predicted: readonly number[], measured: readonly number[]): Agreement {
  const errors = measured.map((value, i) => Math.abs((predicted[i] as number) - value) / value);
  return {
    meanAbsolutePercentageError: (100 * sum(errors)) / errors.length,
    spearman: correlation(ranks(predicted), ranks(measured)),
  };
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const smaller = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return smaller + (equal + 1) / 2;
  });
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const centred = (values: readonly number[]) => values.map((value) => value - sum(values) / values.length);
  const [x, y] = [centred(a), centred(b)];
  const product = (u: readonly number[], v: readonly number[]) => sum(u.map((value, i) => value * (v[i] as number)));
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
