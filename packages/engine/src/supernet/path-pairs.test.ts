import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { choiceSoftmax } from './choice-softmax.js';
import { choiceLayout } from './choices.js';
import { drawPairs, keepPairMass } from './path-pairs.js';

const layout = choiceLayout([
  { param: 'a', values: ['x', 'y', 'z'] },
  { param: 'b', values: [1] },
  { param: 'c', values: [false, true] },
]);
const probabilities = [0.5, 0.3, 0.2, 1, 0.9, 0.1];

describe('pairs of options', () => {
  // Without replacement x and y are drawn with 0.5·0.3/0.5 + 0.3·0.5/0.7 = 0.514. 4,000 draws, seed 1: four standard
  // deviations.
  it('are different, drawn by their probabilities, and known by their places', () => {
    const rng = createRng(1);
    const drawn = Array.from({ length: 4000 }, () => drawPairs(layout, probabilities, rng));
    for (const { layout: pairs, places } of drawn.slice(0, 50)) {
      expect(pairs.choices.map(({ values }) => values.length)).toEqual([2, 1, 2]);
      const [a] = pairs.choices;
      expect(places).toEqual([...(a?.values ?? []).map((value) => ['x', 'y', 'z'].indexOf(String(value))), 3, 4, 5]);
    }
    const both = drawn.filter(({ places }) => places[0] === 0 && places[1] === 1).length;
    expect(Math.abs(both / 4000 - 0.514)).toBeLessThan(4 * Math.sqrt(0.25 / 4000));
  });

  it('share what they had between them, and leave the others what they had', () => {
    const before = Float64Array.from([0.2, -0.5, 1, 0, 0.3, 0.1]);
    const pairs = drawPairs(layout, [0.5, 0, 0.5, 1, 0.5, 0.5], createRng(2));
    const moved = before.map((value, i) => value + [0.4, 0, -0.1, 0.7, 0.2, 0.2][i]!);
    keepPairMass(pairs, moved, before);
    const [then, now] = [choiceSoftmax(layout, before), choiceSoftmax(layout, moved)];
    expect(now[1]).toBeCloseTo(then[1] as number, 12);
    expect((now[0] as number) + (now[2] as number)).toBeCloseTo((then[0] as number) + (then[2] as number), 12);
    expect((moved[0] as number) - (moved[2] as number)).toBeCloseTo(0.2 + 0.4 - (1 - 0.1), 12);
  });
});
