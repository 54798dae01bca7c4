import { readFileSync } from 'node:fs';
import type { Domain, ParamValue } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { logMass, truncatedQuantile } from '../../math/truncated-normal.js';
import { createKernels } from './create-kernels.js';
import { numericAxis } from './numeric-axis.js';
import { kernelWidths, truncatedNormals } from './numeric-kernels.js';
import { createParzenEstimator, logSumExp } from './parzen-estimator.js';
import { ageWeights, goodCount, mixtureWeights } from './weights.js';

interface Golden {
  readonly parzen: {
    readonly gamma: Readonly<Record<string, number>>;
    readonly weights40: readonly number[];
    readonly cases: readonly {
      readonly n: number;
      readonly obs: Readonly<Record<string, readonly number[]>>;
      readonly weights: readonly number[];
      readonly kernels: Readonly<
        Record<string, { mu?: readonly number[]; sigma?: readonly number[]; weights?: readonly (readonly number[])[] }>
      >;
      readonly points: Readonly<Record<string, readonly number[]>>;
      readonly log_pdf: readonly number[];
    }[];
  };
  readonly truncatedNormal: readonly {
    readonly a: number;
    readonly b: number;
    readonly log_mass: number;
    readonly ppf: readonly number[];
  }[];
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
const numeric = Object.entries(domains).filter(([, domain]) => domain.kind !== 'categorical');

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

describe('against Optuna 5', () => {
  it('calls as many trials good', () => {
    for (const [n, expected] of Object.entries(golden.parzen.gamma)) expect(goodCount(Number(n))).toBe(expected);
  });

  it('weighs by age', () => {
    expect(deviation(ageWeights(40), golden.parzen.weights40)).toBeLessThan(1e-12);
    for (const { n, weights } of golden.parzen.cases) {
      expect(deviation(mixtureWeights(n), weights)).toBeLessThan(1e-12);
    }
  });

  it.each(golden.parzen.cases.map((example) => [example.n, example] as const))(
    'has the same kernels and joint density for %i observations',
    (_, { obs, weights, kernels, points, log_pdf }) => {
      for (const [name, domain] of numeric) {
        const axis = numericAxis(domain as Exclude<Domain, { kind: 'categorical' }>);
        const means = Float64Array.from(obs[name] ?? [], (value) => axis.toAxis(value));
        const prior = [(axis.low + axis.high) / 2, axis.high - axis.low] as const;
        const widths = kernelWidths(means, axis.low, axis.high);
        const { mu = [], sigma = [] } = kernels[name] ?? {};
        expect(deviation([...means, prior[0]], mu)).toBeLessThan(1e-12);
        const sorted = tiesSorted([...means, prior[0]], [...widths, prior[1]]);
        expect(deviation(sorted, tiesSorted(mu, sigma))).toBeLessThan(1e-12);
      }
      const built = Object.entries(domains).map(([name, domain]) => {
        const { mu = [], sigma = [] } = kernels[name] ?? {};
        const normals = { means: Float64Array.from(mu), widths: Float64Array.from(sigma) };
        const own =
          domain.kind === 'categorical'
            ? createKernels(domain, obs[name] ?? [])
            : truncatedNormals(numericAxis(domain), normals);
        return { name, kernels: own };
      });
      const categorical = built.find(({ name }) => name === 'c')?.kernels;
      for (const choice of [0, 1, 2]) {
        const expected = (kernels.c?.weights ?? []).map((row) => Math.log(row[choice] ?? Number.NaN));
        expect(deviation(categorical?.logDensities(choice) ?? [], expected)).toBeLessThan(1e-12);
      }
      const joint = log_pdf.map((_, point) => {
        const terms = Float64Array.from(weights, Math.log);
        for (const { name, kernels: own } of built) {
          own.logDensities(points[name]?.[point] ?? Number.NaN).forEach((density, i) => {
            terms[i] = (terms[i] ?? Number.NaN) + density;
          });
        }
        return logSumExp(terms);
      });
      expect(deviation(joint, log_pdf)).toBeLessThan(1e-9);
    },
  );
});

describe('against SciPy', () => {
  it.each(golden.truncatedNormal.map((example) => [example.a, example.b, example] as const))(
    'cuts the normal to [%d, %d]',
    (a, b, { log_mass, ppf }) => {
      expect(deviation([logMass(a, b)], [log_mass])).toBeLessThan(1e-11);
      const quantiles = [1e-6, 0.1, 0.5, 0.9, 1 - 1e-6].map((q) => truncatedQuantile(q, a, b));
      expect(deviation(quantiles, ppf)).toBeLessThan(1e-11);
      for (const q of [0, 1e-300, 0.3, 1]) {
        const x = truncatedQuantile(q, a, b);
        expect(x >= a && x <= b).toBe(true);
      }
    },
  );
});

describe('discrete parameters', () => {
  const grids: readonly (readonly [Domain, readonly ParamValue[], readonly ParamValue[]])[] = [
    [domains.q as Domain, [0, 0.25, 0.5, 0.75, 1], [0.25, 0.25, 1]],
    [domains.n as Domain, [1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 1, 2]],
    [domains.w as Domain, Array.from({ length: 1009 }, (_, i) => i + 16), [16, 1024, 100]],
    [domains.c as Domain, [0, 1, 2], [2, 2]],
    [{ kind: 'ordinal', choices: ['s', 'm', 'l'] }, ['s', 'm', 'l'], ['m', 'l']],
  ];
  it.each(grids)('have probabilities that sum to 1: %j', (domain, values, observed) => {
    for (const seen of [[], observed]) {
      const estimator = createParzenEstimator(domain, seen);
      const total = values.reduce<number>((sum, value) => sum + Math.exp(estimator.logDensity(value)), 0);
      expect(Math.abs(total - 1)).toBeLessThan(1e-9);
    }
  });
});
