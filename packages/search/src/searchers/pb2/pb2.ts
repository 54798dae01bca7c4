import { defineSearcher } from '@cambium/core';
import { askPopulation, noPopulation, type PopulationState } from '../../population/ask-population.js';
import { changeableParameters } from '../../population/changeable-parameters.js';
import { sliceEnds } from '../../population/slice-ends.js';
import { chooseParams } from './choose-params.js';
import { type Pb2Options, pb2Options } from './options.js';

/** Population based bandits (Parker-Holder et al. 2020): a model of gains chooses what pbt perturbs by chance. */
export const pb2 = defineSearcher<Pb2Options, PopulationState>({
  name: 'pb2',
  stateVersion: 1,
  summary: 'Like pbt, with a model that learns which changes pay: when schedules matter and only few trainings fit.',
  options: pb2Options,
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
    const ends = sliceEnds(maxStep, options.interval);
    const changeable = changeableParameters(space, options.keep);
    return askPopulation(state, context, {
      size: options.population,
      quantile: options.quantile,
      ends,
      explore: (exploration) => chooseParams(context, exploration, { ends, changeable }),
    });
  },
  tell: (state) => state,
});
