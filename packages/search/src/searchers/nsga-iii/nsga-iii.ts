import { defineHistorySearcher, type HistoryFold } from '@cambium/core';
import { askChildren } from '../../genetic/ask-children.js';
import { toIndividual } from '../../genetic/individual.js';
import { type NsgaIiiOptions, nsgaIiiOptions } from './options.js';
import { compareNiched, type Population, populationOf, withoutWorst } from './population.js';
import { referenceDirections } from './reference-directions.js';

interface Survivors {
  readonly directions: Float64Array;
  readonly population: Population;
}

/** The survivors of all that were told: (μ + 1) selection, trial by trial. */
const survivors: HistoryFold<Survivors> = {
  start({ objectives, options }) {
    const directions = referenceDirections(objectives.length, (options as NsgaIiiOptions).population);
    return { directions, population: populationOf([], directions) };
  },
  add({ directions, population }, trial, { objectives, options }) {
    const individual = toIndividual(trial, objectives);
    if (individual === undefined) return { directions, population };
    const grown = populationOf([...population.members, individual], directions);
    const fits = grown.members.length <= (options as NsgaIiiOptions).population;
    return { directions, population: fits ? grown : populationOf(withoutWorst(grown), directions) };
  },
};

/**
 * NSGA-III (Deb and Jain 2014): the population keeps the best fronts, spread over reference directions; parents win
 * tournaments within their niche (U-NSGA-III, Seada and Deb 2016), so that one or two objectives are searched well too.
 * Steady state instead of generations: parallel trials wait for nobody.
 */
export const nsgaIii = defineHistorySearcher<NsgaIiiOptions>({
  name: 'nsga-iii',
  stateVersion: 1,
  summary: 'Breeds a Pareto front spread over reference directions: for three objectives or more.',
  options: nsgaIiiOptions,
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  ask(context) {
    const { population } = context.history.fold(survivors);
    return askChildren(context, {
      members: population.members,
      compare: (a, b) => compareNiched(population, a, b),
    });
  },
});
