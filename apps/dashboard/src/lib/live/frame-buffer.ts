export interface FrameBuffer<Item> {
  push(item: Item): void;
  /** Drops what waits. */
  clear(): void;
}

/** Items that wait for a frame; more are handed on without one. */
export const mostWaiting = 100;

/** A hidden tab gets no frames: then things are handed on after so many milliseconds. */
const longestWaitMs = 500;

/**
 * Collects what arrives and hands it on once a frame, so that a burst of a thousand events costs one render. It never
 * holds more than `mostWaiting`, and nothing for long.
 */
export function createFrameBuffer<Item>(
  flush: (items: readonly Item[]) => void,
  schedule: (run: () => void) => void = nextFrame,
): FrameBuffer<Item> {
  let items: Item[] = [];
  const handOn = () => {
    const all = items;
    items = [];
    if (all.length > 0) flush(all);
  };
  return {
    push(item) {
      items.push(item);
      if (items.length >= mostWaiting) handOn();
      else if (items.length === 1) schedule(handOn);
    },
    clear() {
      items = [];
    },
  };
}

/** At the next frame, or soon when none comes. */
function nextFrame(run: () => void): void {
  const once = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    run();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, longestWaitMs);
}
