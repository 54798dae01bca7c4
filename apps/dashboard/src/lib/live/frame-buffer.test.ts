import { expect, it } from '@jest/globals';
import { createFrameBuffer, mostWaiting } from './frame-buffer.js';

/** A buffer whose frames come when the test says so. */
function held() {
  const frames: (() => void)[] = [];
  const flushed: (readonly number[])[] = [];
  const buffer = createFrameBuffer<number>(
    (items) => flushed.push(items),
    (run) => frames.push(run),
  );
  return { frames, flushed, buffer };
}

it('hands on everything of a frame at once, in order', () => {
  const { frames, flushed, buffer } = held();
  for (const n of [1, 2, 3]) buffer.push(n);
  expect([frames.length, flushed.length]).toEqual([1, 0]);
  frames.shift()?.();
  buffer.push(4);
  frames.shift()?.();
  expect(flushed).toEqual([[1, 2, 3], [4]]);
});

it('hands on nothing after clear', () => {
  const { frames, flushed, buffer } = held();
  buffer.push(1);
  buffer.clear();
  frames.shift()?.();
  expect(flushed).toEqual([]);
});

it('never holds more than it should, also when no frame comes', () => {
  const { flushed, buffer } = held();
  for (let n = 0; n < 2.5 * mostWaiting; n++) buffer.push(n);
  expect(flushed.map((items) => items.length)).toEqual([mostWaiting, mostWaiting]);
});

it('does not wait for a frame that does not come, as in a hidden tab', async () => {
  // As in a hidden tab: asked for a frame, the browser calls nobody back.
  const flushed: (readonly number[])[] = [];
  const frameless = { requestAnimationFrame: () => 0, cancelAnimationFrame: () => undefined };
  Object.assign(globalThis, frameless);
  try {
    const buffer = createFrameBuffer<number>((items) => flushed.push(items));
    buffer.push(1);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(flushed).toEqual([[1]]);
  } finally {
    for (const name of Object.keys(frameless)) Reflect.deleteProperty(globalThis, name);
  }
});
