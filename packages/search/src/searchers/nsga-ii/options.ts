import * as z from 'zod';
import { distributionIndices, geneticOptions } from '../../genetic/genetic-options.js';

/** Defaults are those of Deb et al. (2002), with half their population: a trial costs more than a function call. */
export const nsgaIiOptions = z
  .strictObject({ ...geneticOptions, ...distributionIndices(20) })
  .meta({ title: 'NSGA-II', description: 'Non-dominated sorting genetic algorithm (Deb et al. 2002), steady state.' });

export type NsgaIiOptions = z.infer<typeof nsgaIiOptions>;
