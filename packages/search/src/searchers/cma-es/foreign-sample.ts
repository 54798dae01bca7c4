import type { FinishedTrial } from '@cambium/core';
import { compareTrials, type RankedTrial } from '../../history/ranked-trial.js';
import { type Axes, choicesOf, coordinatesOf } from './axes.js';
import { decompose, whiten } from './covariance.js';
import type { Evaluated, Run } from './state.js';

/**
 * A trial that somebody else asked for (a given point, another searcher), as a sample of the first run where it is the best
 * so far. Its step is cut to a length that a sample could have (Hansen 2011, arXiv:1110.4181, §3).
 */
export function foreignSample(
  { number, params }: FinishedTrial,
  result: RankedTrial | null,
  run: Run,
  axes: Axes,
): Evaluated | undefined {
  const best = [...run.evaluated.map((other) => other.result), run.best?.result ?? null].filter(
    (other) => other !== null,
  );
  if (result === null || run.index > 0 || best.some((other) => compareTrials(result, other) >= 0)) return undefined;
  const { mean, sigma, scale, covariance } = run.numeric;
  const n = mean.length;
  const step = coordinatesOf(params, axes).map((x, i) => (x - (mean[i] ?? 0)) / (sigma * (scale[i] ?? 1)));
  const shape = decompose(covariance, n);
  if (shape === undefined) return undefined;
  const length = Math.hypot(...whiten(shape, step));
  const cut = Math.min(1, (Math.sqrt(n) + (2 * n) / (n + 2)) / Math.max(length, Number.MIN_VALUE));
  return { number, run: run.index, step: step.map((y) => cut * y), choices: choicesOf(params, axes), result };
}
