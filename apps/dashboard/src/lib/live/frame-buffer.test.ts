import { expect, it } from '@jest/globals';
import { createFrameBuffer } from './frame-buffer.js';

it('hands on everything of a frame at once, in order', () => {
  const frames: (() => void)[] = [];
  const flushed: (readonly number[])[] = [];
  const buffer = createFrameBuffer<number>(
    (items) => flushed.push(items),
    (run) => frames.push(run),
  );
  for (const n of [1, 2, 3]) buffer.push(n);
  expect([frames.length, flushed.length]).toEqual([1, 0]);
  frames.shift()?.();
  buffer.push(4);
  frames.shift()?.();
  expect(flushed).toEqual([[1, 2, 3], [4]]);
});

it('hands on nothing after clear', () => {
  const frames: (() => void)[] = [];
  const flushed: (readonly number[])[] = [];
  const buffer = createFrameBuffer<number>(
    (items) => flushed.push(items),
    (run) => frames.push(run),
  );
  buffer.push(1);
  buffer.clear();
  frames.shift()?.();
  expect(flushed).toEqual([]);
});
