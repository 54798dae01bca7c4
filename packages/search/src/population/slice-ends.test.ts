import { describe, expect, it } from '@jest/globals';
import { sliceEnds } from './slice-ends.js';

describe('sliceEnds', () => {
  it('are every interval, the last one at the last step whatever is left', () => {
    expect(sliceEnds(9, 3)).toEqual([3, 6, 9]);
    expect(sliceEnds(10, 3)).toEqual([3, 6, 9, 10]);
    expect(sliceEnds(2, 3)).toEqual([2]);
  });

  it('are every tenth of the steps by default', () => {
    expect(sliceEnds(50)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
    expect(sliceEnds(4)).toEqual([1, 2, 3, 4]);
    expect(sliceEnds(1)).toEqual([1]);
  });
});
