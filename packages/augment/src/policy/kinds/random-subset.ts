import { formatNumber } from '../../format-number.js';
import { ops } from '../../registry.js';
import { opListIssues, shareIssues, wholeIssues } from '../field-issues.js';
import type { PolicyKind, PolicyOfKind } from '../policy-kind.js';
import { opWords, times } from '../words.js';

/** TrivialAugment's magnitudes: 0, 1/30 … 1. */
const uniformBins = 31;

export const randomSubset: PolicyKind<PolicyOfKind<'random-subset'>> = {
  issues: ({ ops: names, count, magnitude }) => [
    ...opListIssues(names, count),
    ...(magnitude === 'uniform' ? [] : shareIssues(magnitude, ['magnitude'])),
    ...wholeIssues(count, 0, ['count']),
  ],
  isNothing: ({ count }) => count === 0,
  clause({ ops: names, count, magnitude, table = 'standard' }) {
    const strength =
      magnitude === 'uniform' ? 'at a random magnitude, up to' : `at magnitude ${formatNumber(magnitude)} of 1:`;
    const what = names.map((name) => opWords(name, magnitude === 'uniform' ? 1 : magnitude, table)).join(', ');
    if (names.length === 1) return `${times(count)}, ${strength} ${what}`;
    return `${count} ${count === 1 ? 'op' : 'ops'} drawn at random from ${names.length}, ${strength} ${what}`;
  },
  steps: ({ ops: names, count, magnitude, table = 'standard' }) =>
    names.map((op) => ({
      op,
      rate: count / names.length,
      magnitude: magnitude === 'uniform' ? 0.5 : magnitude,
      table,
    })),
  plan({ ops: names, count, magnitude, table = 'standard' }) {
    const choices = names.map((name) => ops.get(name));
    return (run) => {
      for (let drawn = 0; drawn < count; drawn++) {
        const op = run.rng.pick(choices);
        run.apply(op, magnitude === 'uniform' ? run.rng.int(uniformBins) / (uniformBins - 1) : magnitude, table);
      }
    };
  },
};
