import * as z from 'zod';
import { distributionIndices, geneticOptions } from '../../genetic/genetic-options.js';

/** The distribution indices are those of Deb and Jain (2014). */
export const nsgaIiiOptions = z.strictObject({ ...geneticOptions, ...distributionIndices(30) }).meta({
  title: 'NSGA-III',
  description: 'Reference-point-based genetic algorithm (Deb and Jain 2014), steady state.',
});

export type NsgaIiiOptions = z.infer<typeof nsgaIiiOptions>;
