import { describe, expect, it } from '@jest/globals';
import { alignSeries } from './align-series.js';

describe('alignSeries', () => {
  it('puts series of different lengths on one axis and tells a gap from no point', () => {
    const aligned = alignSeries([
      { x: [1, 2, 4], y: [0.1, null, 0.4] },
      { x: [2, 3], y: [0.2, 0.3] },
    ]);
    expect(aligned).toEqual([
      [1, 2, 3, 4],
      [0.1, null, undefined, 0.4],
      [undefined, 0.2, 0.3, undefined],
    ]);
  });

  it('keeps every point of a series that has an x several times', () => {
    const aligned = alignSeries([
      { x: [1, 2, 2, 2], y: [0.1, 0.2, null, 0.4] },
      { x: [2, 2, 3], y: [0.5, 0.6, 0.7] },
    ]);
    expect(aligned).toEqual([
      [1, 2, 2, 2, 3],
      [0.1, 0.2, null, 0.4, undefined],
      [undefined, 0.5, 0.6, undefined, 0.7],
    ]);
  });

  it('has just an empty axis for no series', () => expect(alignSeries([])).toEqual([[]]));
});
