import { readFileSync } from 'node:fs';
import type { Domain } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { categoricalColumn } from './categorical-column.js';
import { continuousColumn } from './continuous-column.js';
import type { KernelColumn } from './kernel-column.js';
import { kernelRows } from './kernel-rows.js';
import { createMixture } from './mixture.js';
import { type NumericKernels, numericKernels } from './numeric-kernels.js';
import { ObservationTable } from './observation-table.js';
import { type ParameterAxis, parameterAxis } from './parameter-axis.js';
import { steppedColumn } from './stepped-column.js';
import { ageWeights, goodCount, withPrior } from './weights.js';

interface GoldenKernels {
  readonly mu?: readonly number[];
  readonly sigma?: readonly number[];
  readonly weights?: readonly (readonly number[])[];
}
interface Golden {
  readonly parzen: {
    readonly gamma: Readonly<Record<string, number>>;
    readonly weights40: readonly number[];
    readonly cases: readonly {
      readonly n: number;
      readonly obs: Readonly<Record<string, readonly number[]>>;
      readonly weights: readonly number[];
      readonly kernels: Readonly<Record<string, GoldenKernels>>;
      readonly points: Readonly<Record<string, readonly number[]>>;
      readonly log_pdf: readonly number[];
    }[];
  };
}
const golden = JSON.parse(readFileSync(new URL('testdata/golden-tpe.json', import.meta.url), 'utf8')) as Golden;

/** The parameters of the golden cases. */
const domains: Readonly<Record<string, Domain>> = {
  x: { kind: 'float', low: 0, high: 10, log: false },
  lr: { kind: 'float', low: 1e-5, high: 1, log: true },
  q: { kind: 'float', low: 0, high: 1, log: false, step: 0.25 },
  n: { kind: 'int', low: 1, high: 9, log: false, step: 1 },
  w: { kind: 'int', low: 16, high: 1024, log: true, step: 1 },
  c: { kind: 'categorical', choices: [0, 1, 2] },
};
const names = Object.keys(domains);
const axes = Object.values(domains).map(parameterAxis);

/** The largest difference, relative to the expected values where they are above 1. */
function deviation(actual: Iterable<number>, expected: readonly number[]): number {
  const values = [...actual];
  if (values.length !== expected.length) return Infinity;
  return expected.reduce((worst, value, i) => {
    const difference = Math.abs((values[i] ?? Number.NaN) - value) / Math.max(1, Math.abs(value));
    return Number.isNaN(difference) ? Infinity : Math.max(worst, difference);
  }, 0);
}

/**
 * The widths in the order of their means, smallest first among equal means: which of several equal observations gets which
 * neighbour's gap depends there on NumPy's sort, which is not stable. The mixture of one parameter is the same either way
 * while their weights are equal.
 */
function tiesSorted(means: readonly number[], widths: readonly number[]): number[] {
  const pairs = means.map((mean, i) => [mean, widths[i] ?? Number.NaN] as const);
  return pairs.toSorted(([m, w], [n, v]) => (Math.abs(m - n) > 1e-12 ? m - n : w - v)).map(([, width]) => width);
}

/** The very kernels of the golden case, ties and all. */
function recorded({ mu = [], sigma = [] }: GoldenKernels): NumericKernels {
  const observed = Int32Array.from({ length: mu.length - 1 }, (_, kernel) => kernel);
  const sorted = observed.sort((a, b) => (mu[a] ?? 0) - (mu[b] ?? 0));
  return { means: Float64Array.from(mu), widths: Float64Array.from(sigma), sorted };
}

function columnOf(axis: ParameterAxis, kernels: GoldenKernels, observed: readonly number[]): KernelColumn {
  if (axis.kind === 'categorical') return categoricalColumn(axis.size, Float64Array.from(observed));
  return axis.kind === 'stepped' ? steppedColumn(axis, recorded(kernels)) : continuousColumn(axis, recorded(kernels));
}

describe('against Optuna 5', () => {
  it('calls as many trials good', () => {
    for (const [n, expected] of Object.entries(golden.parzen.gamma)) expect(goodCount(Number(n))).toBe(expected);
    expect([1, 250, 1000].map((n) => goodCount(n, true))).toEqual([1, 25, 100]);
  });

  it('weighs by age', () => {
    expect(deviation(ageWeights(40), golden.parzen.weights40)).toBeLessThan(1e-12);
    for (const { n, weights } of golden.parzen.cases) {
      expect(deviation(withPrior(ageWeights(n)), weights)).toBeLessThan(1e-12);
    }
  });

  it.each(golden.parzen.cases.map((example) => [example.n, example] as const))(
    'has the same kernels and joint density for %i observations',
    (n, { obs, weights, kernels, points, log_pdf }) => {
      const table = new ObservationTable(axes);
      const pointAt = (values: (name: string) => number | undefined) =>
        Float64Array.from(names, (name, i) => axes[i]?.toAxis(values(name)) ?? Number.NaN);
      for (let number = 0; number < n; number++)
        table.add(
          number,
          pointAt((name) => obs[name]?.[number]),
        );
      const rows = kernelRows(table, { goodness: new Float64Array(n), good: false });
      for (const [parameter, axis] of axes.entries()) {
        if (axis.kind === 'categorical') continue;
        const { means, widths } = numericKernels(table, parameter, { ...rows, resolution: 0 });
        const { mu = [], sigma = [] } = kernels[names[parameter] ?? ''] ?? {};
        expect(deviation(means, mu)).toBeLessThan(1e-12);
        expect(deviation(tiesSorted([...means], [...widths]), tiesSorted(mu, sigma))).toBeLessThan(1e-12);
      }
      const columns = axes.map((axis, parameter) => {
        const name = names[parameter] ?? '';
        return { parameter, kernels: columnOf(axis, kernels[name] ?? {}, obs[name] ?? []), optional: false };
      });
      const categorical = columns[names.indexOf('c')]?.kernels;
      for (const choice of [0, 1, 2]) {
        const own = new Float64Array(n + 1);
        categorical?.add(choice, own, { from: 0, to: own.length, floor: -Infinity });
        const expected = (kernels.c?.weights ?? []).map((row) => Math.log(row[choice] ?? Number.NaN));
        expect(deviation(own, expected)).toBeLessThan(1e-12);
      }
      const mixture = createMixture(columns, Float64Array.from(weights));
      const joint = log_pdf.map((_, place) => mixture.logDensity(pointAt((name) => points[name]?.[place])));
      expect(deviation(joint, log_pdf)).toBeLessThan(1e-9);
    },
  );
});
