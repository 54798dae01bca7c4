import { defineHistorySearcher } from '@cambium/core';
import * as z from 'zod';
import { askEach } from '../../history/ask-each.js';
import { freshSample } from '../../history/fresh-sample.js';
import { knownDesigns } from '../../history/known-designs.js';

/** Independent uniform draws (Bergstra and Bengio 2012), without repeating a design. */
export const random = defineHistorySearcher({
  name: 'random',
  stateVersion: 2,
  summary: 'Independent random draws: the baseline, and the best choice for a first look with many parallel trials.',
  options: z.strictObject({}).meta({ title: 'Random search', description: 'It has no options.' }),
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: false,
    orderIndependent: true,
    multiFidelity: false,
  },
  ask(context) {
    const known = knownDesigns(context);
    return askEach(context.count, (index) => {
      const params = freshSample(context.space, known, context.rng.fork(index));
      if (params === undefined) return undefined;
      const repeats = known.has(params);
      known.add(params);
      return { params, why: repeats ? { by: 'random', repeats } : { by: 'random' } };
    });
  },
});
