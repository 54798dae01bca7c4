import { createRng, defineSearcher } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { knownDesigns } from '../../history/known-designs.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { drawSearchKey } from '../../history/search-key.js';
import { skips, walkSequence } from '../../history/walk-sequence.js';
import { createQuasiRandom } from '../../math/quasi-random/create-quasi-random.js';
import { type QuasiRandomOptions, quasiRandomOptions } from './options.js';

/** What the history does not say. Null before the first ask. */
type State = {
  /** Seeds the scramble. */
  readonly key: string;
  /** Index of the next point of the sequence. */
  readonly next: number;
} | null;

/** A low-discrepancy sequence over the unit cube, one axis for each parameter. */
export const quasiRandom = defineSearcher<QuasiRandomOptions, State>({
  name: 'quasi-random',
  stateVersion: 1,
  summary: 'Fills the space evenly: better than random draws for a first look with a fixed number of trials.',
  options: quasiRandomOptions,
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: false,
    orderIndependent: true,
    multiFidelity: false,
  },
  init: () => null,
  ask(state, context) {
    const { space, options } = context;
    // Unscrambled, the sequence begins in the space's lowest corner: no point to begin with.
    const { key, next } = state ?? { key: drawSearchKey(context.rng), next: options.scramble ? 0 : 1 };
    const sequence = createQuasiRandom(space.parameters.length, {
      sequence: options.sequence,
      ...(options.scramble ? { scramble: createRng(key) } : {}),
    });
    const known = knownDesigns(context);
    const walk = walkSequence({ space, sequence, from: next, known });
    const result = askEach(context.count, (index) => {
      const found = walk.next();
      if (found !== undefined) {
        const { params, point } = found;
        return { params, why: { by: 'quasi-random', sequence: options.sequence, point } };
      }
      const rng = context.rng.fork(index);
      return randomSuggestion(context, { known, rng }, `no new point among the next ${skips} of the sequence`);
    });
    return { result, state: { key, next: walk.position } };
  },
  tell: (state) => state,
});
