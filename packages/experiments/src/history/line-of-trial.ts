import type { Trial } from '@cambium/core';

/** The trials whose checkpoints it goes on from or whose design it repeats, oldest first, and itself. */
export async function lineOfTrial(
  trial: Trial,
  byNumber: (number: number) => Promise<Trial | undefined>,
): Promise<readonly Trial[]> {
  const line = [trial];
  for (let at = trial; at.parent !== null; ) {
    const before = await byNumber(at.parent);
    if (before === undefined) break;
    line.unshift(before);
    at = before;
  }
  return line;
}
