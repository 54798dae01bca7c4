import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { dominantEigenvalue } from './dominant-eigenvalue.js';
import { anyStop, eigenvalueStop, isSkipValue, skipCountStop } from './early-stop.js';

const view = (epoch: number, skips: number, eigenvalue?: number) => ({
  alpha: Float64Array.of(epoch),
  likeliest: Object.fromEntries(['a', 'b', 'c'].map((param, i) => [param, i < skips ? 'skip_connect' : 'none'])),
  ...(eigenvalue === undefined ? {} : { eigenvalue }),
});

describe('skipCountStop', () => {
  it('stops when skips are too many, with the weights of the epoch before', () => {
    const stop = skipCountStop(isSkipValue, 2);
    expect(stop(view(0, 1))).toBeUndefined();
    expect(stop(view(1, 0))).toBeUndefined();
    expect(stop(view(2, 2))).toEqual({ alpha: Float64Array.of(1), because: expect.stringContaining('2 of 3') });
  });

  it('goes on where the start already has too many: that says nothing yet', () => {
    const stop = skipCountStop(isSkipValue, 2);
    expect(stop(view(0, 3))).toBeUndefined();
    expect(stop(view(0, 2))).toBeUndefined();
    expect(stop(view(1, 1))).toBeUndefined();
    expect(stop(view(2, 3))?.alpha).toEqual(Float64Array.of(1));
  });
});

describe('eigenvalueStop', () => {
  it('stops when the average of five has grown by a third in five epochs, with the weights of then', () => {
    const stop = eigenvalueStop();
    const growing = [1, 1, 1, 1, 1, 1, 1.5, 2, 2.5, 3];
    const verdicts = growing.map((eigenvalue, epoch) => stop(view(epoch, 0, eigenvalue)));
    const at = verdicts.findIndex((verdict) => verdict !== undefined);
    // Averages: 1 up to epoch 5, then 1.1, 1.3, 1.6: 1/1.3 is still 0.77.
    expect(at).toBe(8);
    expect(verdicts[at]?.alpha).toEqual(Float64Array.of(3));
  });

  it('says nothing of a flat or a shrinking one', () => {
    const stop = anyStop([eigenvalueStop()]);
    for (let epoch = 0; epoch < 20; epoch++) expect(stop(view(epoch, 0, 1 - epoch / 40))).toBeUndefined();
  });
});

describe('dominantEigenvalue', () => {
  it('is that of an explicit Hessian, its sign included', async () => {
    for (const [hessian, expected] of [
      [
        [
          [2, 1, 0],
          [1, 3, 0],
          [0, 0, 0.5],
        ],
        (5 + Math.sqrt(5)) / 2,
      ],
      [
        [
          [-4, 0, 0],
          [0, 1, 0],
          [0, 0, 2],
        ],
        -4,
      ],
    ] as const) {
      const gradientAt = async (point: Float64Array) =>
        hessian.map((row) => row.reduce<number>((sum, h, k) => sum + h * (point[k] as number), 0));
      const options = { iterations: 30, rng: createRng(1) };
      expect(await dominantEigenvalue(gradientAt, Float64Array.of(1, 2, 3), options)).toBeCloseTo(expected, 3);
    }
  });
});
