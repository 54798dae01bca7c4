import type { Losses } from './losses.js';

/** Whether row `a` is nowhere worse than row `b` and somewhere better: equal rows do not dominate each other. */
export function dominates({ values, width }: Losses, a: number, b: number): boolean {
  let better = false;
  for (let left = a * width, right = b * width, end = left + width; left < end; left++, right++) {
    const one = values[left] as number;
    const other = values[right] as number;
    if (one > other) return false;
    if (one < other) better = true;
  }
  return better;
}
