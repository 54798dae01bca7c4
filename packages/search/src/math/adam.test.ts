import { describe, expect, it } from '@jest/globals';
import { createAdam } from './adam.js';

describe('adam', () => {
  // torch 2.13: torch.optim.Adam([1, -2, 0.5], lr=0.1) on Σ i·w², i = 1, 2, 3, after 1 and 3 steps.
  it('takes the steps of PyTorch', () => {
    const weights = Float64Array.of(1, -2, 0.5);
    const adam = createAdam(3, 0.1);
    const step = () =>
      adam.step(
        weights,
        weights.map((weight, i) => 2 * (i + 1) * weight),
      );
    step();
    expect([...weights]).toEqual([0.9, -1.9, 0.4].map((value) => expect.closeTo(value, 8)));
    step();
    step();
    expect([...weights]).toEqual(
      [0.7015862729, -1.7006233917, 0.204871250441].map((value) => expect.closeTo(value, 8)),
    );
  });
});
