import type { AskContext, Rng } from '@cambium/core';
import { type Axes, axesOf } from './axes.js';
import { unitToCoordinate } from './boundary-transform.js';
import { startCategorical } from './categorical-distribution.js';
import type { CmaEsOptions } from './options.js';
import { type SearchDistribution, startDistribution } from './search-distribution.js';
import type { CmaEsState, Restarts, Run } from './state.js';
import { defaultPopulation } from './strategy-parameters.js';
import { warmStart } from './warm-start.js';

/** The first run: around what earlier trials say, else as the options say. */
export function firstState(context: AskContext<CmaEsOptions>, rng: Rng): CmaEsState {
  const { options } = context;
  const axes = axesOf(context.space);
  const warm = warmStart(context, axes);
  const mean = options.mean === 'center' ? axes.numeric.map(() => 0.5) : randomMean(axes, rng);
  const run: Run = {
    ...freshRun(axes, 0, firstPopulation(context), warm?.numeric ?? startDistribution(mean, options.sigma0)),
    ...(warm === undefined ? {} : { categorical: warm.categorical }),
  };
  return { run, restarts: { doublings: 0, large: 0, small: 0, lastLarge: 0, limit: null }, pending: [] };
}

/**
 * IPOP (Auger and Hansen 2005): twice the population of the last large run. BIPOP (Hansen 2009): that, or when small runs
 * have spent less so far, a small population and step size, and at most half the results of the last large run.
 */
export function nextRun(state: CmaEsState, context: AskContext<CmaEsOptions>, rng: Rng): CmaEsState {
  const { options } = context;
  const axes = axesOf(context.space);
  const restarts = account(state);
  const standard = firstPopulation(context);
  const index = state.run.index + 1;
  const start = (population: number, sigma: number): Run => ({
    ...freshRun(axes, index, population, startDistribution(randomMean(axes, rng), sigma)),
    ...(state.run.ended === undefined ? {} : { after: state.run.ended }),
  });
  if (options.restarts === 'bipop' && index > 1 && restarts.small < restarts.large) {
    const share = (2 ** restarts.doublings / 2) ** (rng.next() ** 2);
    const population = Math.max(4, Math.floor(standard * share));
    const run = start(population, options.sigma0 * 10 ** (-2 * rng.next()));
    return { ...state, run, restarts: { ...restarts, limit: Math.ceil(restarts.lastLarge / 2) } };
  }
  const doublings = restarts.doublings + 1;
  const run = start(standard * 2 ** doublings, options.sigma0);
  return { ...state, run, restarts: { ...restarts, doublings, limit: null } };
}

function account({ run, restarts }: CmaEsState): Restarts {
  if (run.index === 0) return { ...restarts, lastLarge: run.told };
  if (restarts.limit !== null) return { ...restarts, small: restarts.small + run.told };
  return { ...restarts, large: restarts.large + run.told, lastLarge: run.told };
}

function firstPopulation({ space, options, budget }: AskContext<CmaEsOptions>): number {
  const { numeric, categorical } = axesOf(space);
  const usual = defaultPopulation(Math.max(1, numeric.length + categorical.length));
  return options.population ?? Math.max(usual, Math.ceil(budget.maxParallel / 2));
}

function freshRun({ categorical }: Axes, index: number, population: number, numeric: SearchDistribution): Run {
  return {
    index,
    population,
    numeric,
    categorical: startCategorical(categorical.map(({ choices }) => choices.length)),
    generation: 0,
    evaluated: [],
    told: 0,
    best: null,
    median: null,
    flat: 0,
  };
}

/** Uniform in the ranges. */
function randomMean({ numeric }: Axes, rng: Rng): number[] {
  return numeric.map(({ stepped }) => (stepped ? rng.next() : unitToCoordinate(rng.next())));
}
