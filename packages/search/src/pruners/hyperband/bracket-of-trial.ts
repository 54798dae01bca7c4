import type { Bracket } from '../../fidelity/hyperband-brackets.js';

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * The bracket of a trial, from its number alone: brackets get trials in proportion to their sizes, which gives each about
 * the same number of steps, and evenly mixed at any time. Multiples of the golden ratio fill [0, 1) more evenly than any
 * others (Knuth, volume 3, §6.4), so that no stretch of trials leaves a bracket short by more than a few.
 */
export function bracketOfTrial(brackets: readonly Bracket[], trial: number): number {
  const sizes = brackets.map(([first]) => first.size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let place = (((trial + 0.5) * goldenRatio) % 1) * total;
  const index = sizes.findIndex((size) => {
    place -= size;
    return place < 0;
  });
  return index < 0 ? brackets.length - 1 : index;
}
