import { defineSearcher } from '@cambium/core';
import { askPopulation, noPopulation, type PopulationState } from '../../population/ask-population.js';
import { changeableParameters } from '../../population/changeable-parameters.js';
import { namedChanges } from '../../population/named-changes.js';
import { perturbParams } from '../../population/perturb-params.js';
import { sliceEnds } from '../../population/slice-ends.js';
import { type PbtOptions, pbtOptions } from './options.js';

/** Perturbations drawn before giving up on a new one. */
const tries = 20;

/** Population based training (Jaderberg et al. 2017): parameters become schedules. */
export const pbt = defineSearcher<PbtOptions, PopulationState>({
  name: 'pbt',
  stateVersion: 1,
  summary:
    'Trainings side by side that copy the better ones and change their parameters on the way: when schedules matter.',
  options: pbtOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: true,
  },
  init: () => noPopulation,
  ask(state, context) {
    const { space, options, maxStep } = context;
    const changeable = changeableParameters(space, options.keep);
    return askPopulation(state, context, {
      size: options.population,
      quantile: options.quantile,
      ends: sliceEnds(maxStep, options.interval),
      explore({ rng, winner, isTaken }) {
        for (let i = 0; i < tries; i++) {
          const params = perturbParams(space, winner.params, { ...options, changeable }, rng);
          if (isTaken(params) || !space.isFeasible(params)) continue;
          return { params, why: { by: 'perturbation', ...namedChanges(winner.params, params) } };
        }
        return undefined;
      },
    });
  },
  tell: (state) => state,
});
