import { compareTrials } from '../../history/ranked-trial.js';
import type { Axes } from './axes.js';
import { updateCategorical } from './categorical-distribution.js';
import { decompose } from './covariance.js';
import { keepMargin } from './margin.js';
import { updateDistribution } from './search-distribution.js';
import type { Evaluated, Progress, Run } from './state.js';
import { isFlat, runEnd } from './stopping.js';
import { strategyParameters } from './strategy-parameters.js';

/** Adds a result to the run; when its generation is complete, updates the distributions. */
export function learn(run: Run, sample: Evaluated, axes: Axes, tolerance: number): Run {
  const evaluated = [...run.evaluated, sample];
  if (evaluated.length < run.population) return { ...run, evaluated };
  const ranked = evaluated.toSorted(compareEvaluated);
  const results = ranked.map(({ result }) => result);
  const best = results[0] ?? null;
  const emptied = { ...run, evaluated: [] };
  // Where nothing was measured nothing can be learnt.
  if (best === null) return emptied;
  const generation = run.generation + 1;
  const learnt: Run = {
    ...emptied,
    ...adapt(run, ranked, axes),
    generation,
    best: improve(run.best, { generation, result: best }),
    median: improve(run.median, { generation, result: results[Math.floor(results.length / 2)] ?? null }),
    flat: isFlat(best, results.at(-1) ?? null) ? run.flat + 1 : 0,
  };
  const ended = learnt.ended ?? runEnd(learnt, axes, tolerance);
  return ended === undefined ? learnt : { ...learnt, ended };
}

/** Best first; a trial that measured nothing comes last. */
function compareEvaluated({ result: a }: Evaluated, { result: b }: Evaluated): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return compareTrials(a, b);
}

function adapt({ numeric, categorical, population }: Run, ranked: readonly Evaluated[], axes: Axes): Partial<Run> {
  const [best, worst] = [ranked[0], ranked.at(-1)];
  // On a plateau all directions are equal.
  if (best === undefined || worst === undefined || compareEvaluated(best, worst) === 0) return {};
  const dimension = axes.numeric.length;
  const parameters = strategyParameters(Math.max(1, dimension), population);
  const choices = ranked.map((sample) => sample.choices);
  const adapted = {
    categorical: updateCategorical(categorical, choices, parameters.weights.subarray(0, parameters.parents)),
  };
  if (dimension === 0) return adapted;
  const shape = decompose(numeric.covariance, dimension);
  if (shape === undefined) return { ended: 'ill-conditioned' };
  const steps = ranked.map(({ step }) => step);
  const updated = updateDistribution(numeric, shape, steps, parameters);
  return { ...adapted, numeric: keepMargin(updated, axes.numeric, 1 / (dimension * population)) };
}

function improve(
  before: Progress | null,
  { generation, result }: { generation: number; result: Progress['result'] | null },
): Progress | null {
  if (result === null || (before !== null && compareTrials(result, before.result) >= 0)) return before;
  return { generation, result };
}
