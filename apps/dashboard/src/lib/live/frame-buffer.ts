export interface FrameBuffer<Item> {
  push(item: Item): void;
  /** Drops what waits. */
  clear(): void;
}

/**
 * Collects what arrives and hands it on once a frame, so that a burst of a thousand events costs one render. In a
 * hidden tab frames stand still: everything waits and comes at once.
 */
export function createFrameBuffer<Item>(
  flush: (items: readonly Item[]) => void,
  schedule: (run: () => void) => void = (run) => void requestAnimationFrame(run),
): FrameBuffer<Item> {
  let items: Item[] = [];
  return {
    push(item) {
      items.push(item);
      if (items.length > 1) return;
      schedule(() => {
        const all = items;
        items = [];
        if (all.length > 0) flush(all);
      });
    },
    clear() {
      items = [];
    },
  };
}
