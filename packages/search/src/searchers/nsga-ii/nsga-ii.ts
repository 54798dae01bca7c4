import { defineHistorySearcher, type HistoryFold } from '@cambium/core';
import { askChildren } from '../../genetic/ask-children.js';
import { toIndividual } from '../../genetic/individual.js';
import { type NsgaIiOptions, nsgaIiOptions } from './options.js';
import { compareCrowded, type Population, populationOf, withoutWorst } from './population.js';

/** The survivors of all that were told: (μ + 1) selection, trial by trial. */
const survivors: HistoryFold<Population> = {
  start: () => populationOf([]),
  add(population, trial, { objectives, options }) {
    const individual = toIndividual(trial, objectives);
    if (individual === undefined) return population;
    const grown = populationOf([...population.members, individual]);
    const fits = grown.members.length <= (options as NsgaIiOptions).population;
    return fits ? grown : populationOf(withoutWorst(grown));
  },
};

/**
 * NSGA-II (Deb et al. 2002): parents win binary tournaments by front and crowding, and the population keeps the best
 * fronts, spread out. Steady state (Nebro and Durillo 2009) instead of generations: parallel trials wait for nobody.
 */
export const nsgaIi = defineHistorySearcher<NsgaIiOptions>({
  name: 'nsga-ii',
  stateVersion: 1,
  summary: 'Breeds a spread-out Pareto front: for two objectives, or three, and some hundred trials or more.',
  options: nsgaIiOptions,
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  ask(context) {
    const population = context.history.fold(survivors);
    return askChildren(context, {
      members: population.members,
      compare: (a, b) => compareCrowded(population, a, b),
    });
  },
});
