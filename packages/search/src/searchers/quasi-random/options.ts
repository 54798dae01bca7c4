import * as z from 'zod';

export const quasiRandomOptions = z
  .strictObject({
    sequence: z.enum(['sobol', 'halton']).default('sobol').meta({
      title: 'Sequence',
      description: 'Sobol is the better one; best in numbers of trials that are powers of two.',
    }),
    scramble: z.boolean().default(true).meta({
      title: 'Scramble',
      description: 'Randomise the sequence by the seed. Without it, every search takes the same points.',
    }),
  })
  .meta({ title: 'Quasi-random search', description: 'Points that fill the space more evenly than random ones.' });

export type QuasiRandomOptions = z.infer<typeof quasiRandomOptions>;
