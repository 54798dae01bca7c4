import type { AskContext, Params } from '@cambium/core';
import { rankTrial } from '../../history/ranked-trial.js';
import { trialsByNumber } from '../../history/trials-by-number.js';
import { namedChanges } from '../../population/named-changes.js';
import { perturbParams } from '../../population/perturb-params.js';
import type { Exploration } from '../../population/population-plan.js';
import { fitBandit } from './bandit-model.js';
import type { Pb2Options } from './options.js';
import { sliceObservations, sliceStart } from './slice-observations.js';
import { sliceRows } from './slice-rows.js';
import { standardizedGains } from './standardized-gains.js';

/** Slices that the model is of, the newest; it forgets the others anyway. */
const mostObservations = 100;
/** Fewer say nothing. */
const leastObservations = 4;

/** The last of the candidates, a quarter, are drawn around the best of the others, with numbers changed by this share. */
const nearShare = 0.25;
const nearPerturbation = 0.1;

export interface Choice {
  /** Steps at which the slices end. */
  readonly ends: readonly number[];
  readonly changeable: ReadonlySet<string>;
}

/** Parameters with the highest upper confidence bound of the gain in the next slice; by chance while few are observed. */
export function chooseParams(context: AskContext<Pb2Options>, exploration: Exploration, choice: Choice) {
  const { winner, isTaken, rng } = exploration;
  const { space, options } = context;
  const { changeable } = choice;
  const bandit = banditFor(context, exploration, choice);
  const uniform = { changeable, resampleProbability: 1, perturbation: 0, ordinalSteps: [1] };
  const near = { ...uniform, resampleProbability: 0, perturbation: nearPerturbation };
  let best: { readonly params: Params; readonly gain: Gain } | undefined;
  for (let i = 0; i < options.candidates; i++) {
    const nearBest = best !== undefined && i >= (1 - nearShare) * options.candidates;
    const params = perturbParams(space, best?.params ?? winner.params, nearBest ? near : uniform, rng);
    if (isTaken(params) || !space.isFeasible(params)) continue;
    if (bandit === undefined) {
      const because = 'few slices are observed';
      return { params, why: { by: 'random', because, ...namedChanges(winner.params, params) } };
    }
    const gain = bandit.gainOf(params);
    if (best === undefined || gain.bound > best.gain.bound) best = { params, gain };
  }
  if (best === undefined || bandit === undefined) return undefined;
  const { mean, deviation } = best.gain;
  const why = {
    by: 'bandit',
    mean: Number(mean.toFixed(4)),
    deviation: Number(deviation.toFixed(4)),
    observations: bandit.observations,
    ...namedChanges(winner.params, best.params),
  };
  return { params: best.params, why };
}

interface Gain {
  readonly mean: number;
  readonly deviation: number;
  /** Upper confidence bound. */
  readonly bound: number;
}

interface Bandit {
  readonly observations: number;
  gainOf(params: Params): Gain;
}

/** Undefined while too little is observed. */
function banditFor(
  { space, objectives, history }: AskContext<Pb2Options>,
  { winner, slice, pending }: Exploration,
  { ends, changeable }: Choice,
): Bandit | undefined {
  const told = history.fold(trialsByNumber);
  const observations = sliceObservations(history, { ends, objectives, most: mostObservations });
  if (observations.length < leastObservations) return undefined;
  const { rowOf, categorical } = sliceRows(space, changeable, observations);
  const running = pending.flatMap((trial) => sliceStart(trial, { told, ends, objectives }) ?? []);
  const model = fitBandit({
    rows: observations.map(rowOf),
    values: standardizedGains(observations),
    running: running.map(rowOf),
    categorical,
  });
  const loss = rankTrial(winner, objectives)?.loss ?? 0;
  // As in the reference implementation.
  const confidence = Math.sqrt(0.2 + Math.max(0, Math.log(0.4 * observations.length)));
  return {
    observations: observations.length,
    gainOf(params) {
      const { mean, deviation } = model.predict(rowOf({ slice: slice + 1, params, loss }));
      return { mean, deviation, bound: mean + confidence * deviation };
    },
  };
}
