import { defineSearcher, type FinishedTrial, type SearchContext } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { knowledgeOf } from '../../history/knowledge.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { rankTrial } from '../../history/ranked-trial.js';
import { axesOf } from './axes.js';
import { draw } from './draw.js';
import { foreignSample } from './foreign-sample.js';
import { learn } from './learn.js';
import { type CmaEsOptions, cmaEsOptions } from './options.js';
import { firstState } from './start-run.js';
import type { CmaEsState, Run } from './state.js';

/**
 * (μ/μ_w, λ)-CMA-ES with active covariance update, margin and restarts, asynchronous: it never waits for a generation to
 * be complete. Whoever asks gets a sample of the present distribution; each λ results, of whichever generation, update it.
 */
export const cmaEs = defineSearcher<CmaEsOptions, CmaEsState | null>({
  name: 'cma-es',
  stateVersion: 1,
  summary:
    'Learns the shape of the valley that good trials lie in: for some hundred trials and more over mostly continuous parameters.',
  options: cmaEsOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  init: () => null,
  ask(before, context) {
    const knowledge = knowledgeOf(context);
    let state = before ?? firstState(context, context.rng.fork('start'));
    const result = askEach(context.count, (index) => {
      const means = { ...knowledge, rng: context.rng.fork(index) };
      const { params, ...drawn } = draw(state, context.nextNumber + index, context, means);
      state = drawn.state;
      if (params === undefined) return randomSuggestion(context, means, 'no new sample was found');
      return { params, why: reason(state.run) };
    });
    return { result, state };
  },
  tell(state, context, trial) {
    return state === null ? null : tellTrial(state, context, trial);
  },
});

function tellTrial(
  state: CmaEsState,
  { space, objectives, options }: SearchContext<CmaEsOptions>,
  trial: FinishedTrial,
): CmaEsState {
  const { run, restarts } = state;
  const axes = axesOf(space);
  const result = rankTrial(trial, objectives) ?? null;
  const sample = state.pending.find(({ number }) => number === trial.number);
  if (sample === undefined) {
    const foreign = foreignSample(trial, result, run, axes);
    return foreign === undefined ? state : { ...state, run: learn(run, foreign, axes, options.tolerance) };
  }
  const pending = state.pending.filter((other) => other !== sample);
  // A run that has ended learns nothing; a cancelled trial says nothing about its design.
  if (sample.run !== run.index || run.ended !== undefined || trial.state === 'cancelled') return { ...state, pending };
  const learnt = learn({ ...run, told: run.told + 1 }, { ...sample, result }, axes, options.tolerance);
  const spent = restarts.limit !== null && learnt.told >= restarts.limit && learnt.ended === undefined;
  return { ...state, pending, run: spent ? { ...learnt, ended: 'spent' } : learnt };
}

function reason({ index, population, generation, numeric, after }: Run) {
  return {
    by: 'cma-es',
    run: index,
    population,
    generation,
    sigma: Number(numeric.sigma.toPrecision(4)),
    ...(after === undefined ? {} : { after }),
  };
}
