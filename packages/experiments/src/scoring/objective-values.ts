import type { Metrics, TrialFailure } from '@cambium/core';

/** The values of some metrics in their order, or why there are none. */
export type Measured =
  | { readonly kind: 'measured'; readonly values: readonly number[] }
  | { readonly kind: 'unmeasured'; readonly failure: TrialFailure };

export function measure(metrics: Metrics, names: readonly string[]): Measured {
  const values: number[] = [];
  for (const name of names) {
    const value = metrics[name];
    if (value === undefined) {
      const known = Object.keys(metrics).sort().join(', ');
      const message = `it did not measure ${name}; it measured ${known === '' ? 'nothing' : known}`;
      return { kind: 'unmeasured', failure: { code: 'bad-input', message } };
    }
    if (value === null || !Number.isFinite(value)) {
      const message = `${name} is not a finite number: training diverged; a lower learning rate may help`;
      return { kind: 'unmeasured', failure: { code: 'diverged', message } };
    }
    values.push(value);
  }
  return { kind: 'measured', values };
}
