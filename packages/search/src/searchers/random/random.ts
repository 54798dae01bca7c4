import { defineSearcher } from '@cambium/core';
import * as z from 'zod';
import { askEach } from '../../history/ask-each.js';
import { freshSample } from '../../history/fresh-sample.js';
import { designHash, knownDesigns } from '../../history/known-designs.js';

/** Independent uniform draws (Bergstra and Bengio 2012), without repeating a design. */
export const random = defineSearcher({
  name: 'random',
  stateVersion: 1,
  summary: 'Independent random draws: the baseline, and the best choice for a first look with many parallel trials.',
  options: z.strictObject({}).meta({ title: 'Random search', description: 'It has no options.' }),
  capabilities: { multiObjective: true, conditional: true, finite: false, orderIndependent: true },
  init: () => ({ seen: [] as string[] }),
  ask(state, { space, pending, rng, count }) {
    const known = knownDesigns(space, { seen: state.seen, pending });
    const result = askEach(count, (index) => {
      const params = freshSample(space, known, rng.fork(index));
      if (params === undefined) return undefined;
      const repeats = known.has(params);
      known.add(params);
      return { params, why: repeats ? { by: 'random', repeats } : { by: 'random' } };
    });
    return { result, state };
  },
  tell: (state, { space }, { params }) => ({ seen: [...state.seen, designHash(space, params)] }),
});
