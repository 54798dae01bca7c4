import { describe, expect, it } from '@jest/globals';
import { ArrayMemory } from './array-memory.js';

describe('memory of arrays', () => {
  it('hands out arrays that do not overlap, also while it grows', () => {
    const memory = new ArrayMemory();
    const arrays = [3, 1, 40, 5, 200].flatMap((length) => [memory.integers(length), memory.floats(length)]);
    for (const [index, array] of arrays.entries()) array.fill(index);
    for (const [index, array] of arrays.entries()) expect(new Set(array)).toEqual(new Set([index]));
  });

  it('hands the same memory out again once it may', () => {
    const memory = new ArrayMemory();
    const first = memory.floats(10);
    memory.reuse();
    expect(memory.floats(10).buffer).toBe(first.buffer);
    expect(memory.floats(10).byteOffset).toBe(80);
  });
});
