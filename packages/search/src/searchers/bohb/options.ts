import * as z from 'zod';
import { hyperbandOptions } from '../hyperband/options.js';

/**
 * Defaults are those of HpBandSter but for `randomFraction`, a third there: here random designs keep clear of what was tried,
 * so that fewer explore as much.
 */
export const bohbOptions = hyperbandOptions
  .extend({
    randomFraction: z.number().min(0).max(1).default(0.15).meta({
      title: 'Random fraction',
      description:
        'New designs that are drawn at random whatever the model says; none: nothing is safe from its errors.',
    }),
    candidates: z.int().min(1).max(10_000).default(64).meta({
      title: 'Candidates',
      description: 'Draws near good designs of which the most promising is taken; more is greedier.',
    }),
    goodShare: z.number().gt(0).lt(1).default(0.15).meta({
      title: 'Good share',
      description: 'Of the trials at a fidelity this share counts as good.',
    }),
    bandwidthFactor: z.number().gt(0).max(100).default(3).meta({
      title: 'Bandwidth factor',
      description:
        'Candidates are drawn so many times as far from good designs as the model is wide; more explores more.',
    }),
    minPoints: z.int().min(2).max(10_000).optional().meta({
      title: 'Least points',
      description: 'Good designs, and as many others, that a model needs. Empty: one more than there are parameters.',
    }),
  })
  .meta({ title: 'BOHB', description: 'Hyperband with a model of good designs (Falkner et al. 2018).' });

export type BohbOptions = z.infer<typeof bohbOptions>;
