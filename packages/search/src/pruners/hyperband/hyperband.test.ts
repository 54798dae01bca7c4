import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { hyperbandBrackets } from '../../fidelity/hyperband-brackets.js';
import { bracketOfTrial } from './bracket-of-trial.js';
import { hyperband } from './hyperband.js';

const brackets = hyperbandBrackets({ minSteps: 1, maxStep: 81, eta: 3 });
const sizes = [81, 34, 15, 8, 5];

describe('bracketOfTrial', () => {
  it('fills brackets by their size, in any stretch of trials', () => {
    for (const from of [0, 77, 1000]) {
      for (const count of [143, 429]) {
        const counts = sizes.map(() => 0);
        for (let trial = from; trial < from + count; trial++) counts[bracketOfTrial(brackets, trial)]! += 1; // `!`: one of them
        counts.forEach((each, i) => {
          expect(Math.abs(each - ((sizes[i] ?? 0) * count) / 143)).toBeLessThan(3);
        });
      }
    }
  });
});

describe('hyperband', () => {
  it('judges a trial at the rungs and among the trials of its bracket', () => {
    const objectives = [{ metric: 'loss', direction: 'minimize' }] as const;
    const context = { options: { minSteps: 1, eta: 3 }, objectives, maxStep: 81, rng: createRng(1) };
    const rungs = [[1, 3, 9, 27], [3, 9, 27], [9, 27], [27], []];
    let state: Json = hyperband.init(context);
    const best = sizes.map(() => Infinity);
    for (let trial = 0; trial < 143; trial++) {
      const bracket = bracketOfTrial(brackets, trial);
      // Each is worse than the one before: only the first of a bracket goes on at its first rung.
      const stops: number[] = [];
      for (let step = 1; step <= 81; step++) {
        const answer = hyperband.report(state, context, { trial, step, values: [trial] });
        state = answer.state;
        if (answer.decision === 'stop') stops.push(step);
        if (answer.decision === 'stop') break;
      }
      const first = best[bracket] === Infinity;
      best[bracket] = trial;
      expect(stops).toEqual(first ? [] : (rungs[bracket] ?? []).slice(0, 1));
    }
  });
});
