import type { CostedTable } from './nas-costs.js';

/** A cell whose latency is this much off the target, as a share of it, is too far from it. */
const tolerance = 0.05;

interface Cell {
  readonly accuracy: number;
  readonly latency: number;
}

/**
 * The hard reward's target where nobody gives one: of the latencies above those of a quarter of all cells, the one with most
 * cells within 5 % of it that are better than all others. Elsewhere a front is flat or has gaps: cells far from a target are
 * as good as those near it, and where a search ends says nothing.
 */
export function clearestTarget(cells: CostedTable['cells']): number {
  const sorted = cells
    .map(({ error, cost }): Cell => ({ accuracy: 100 - error, latency: cost }))
    .filter(({ latency }) => latency > 0)
    .sort((a, b) => a.latency - b.latency);
  const { latency: quarter } = sorted[Math.floor(sorted.length / 4)] as Cell;
  const rivals = rivalsOf(sorted);
  let clearest = quarter;
  let most = 0;
  for (let i = 0, from = 0, to = 0; i < sorted.length; i++) {
    const { latency: target } = sorted[i] as Cell;
    while ((sorted[from] as Cell).latency < (1 - tolerance) * target) from += 1;
    while (to < sorted.length && (sorted[to] as Cell).latency <= (1 + tolerance) * target) to += 1;
    if (target < quarter) continue;
    const rival = Math.max(rivals.faster[from] as number, target * (rivals.slower[to] as number));
    let better = 0;
    for (let near = from; near < to; near++) if (hardReward(sorted[near] as Cell, target) > rival) better += 1;
    if (better > most) [most, clearest] = [better, target];
  }
  return clearest;
}

/** MnasNet's with α = 0 and β = −1. */
function hardReward({ accuracy, latency }: Cell, target: number): number {
  return latency <= target ? accuracy : (accuracy * target) / latency;
}

/** The highest reward before each place, where no cell is above the target, and from it on, where all are, of a target of 1. */
function rivalsOf(sorted: readonly Cell[]) {
  const faster = new Float64Array(sorted.length + 1);
  const slower = new Float64Array(sorted.length + 1);
  for (const [i, { accuracy }] of sorted.entries()) faster[i + 1] = Math.max(faster[i] as number, accuracy);
  for (let i = sorted.length - 1; i >= 0; i--) {
    const { accuracy, latency } = sorted[i] as Cell;
    slower[i] = Math.max(slower[i + 1] as number, accuracy / latency);
  }
  return { faster, slower };
}

/** The latency that so many % of all cells are below. */
export function latencyAt(percent: number, cells: CostedTable['cells']): number {
  const sorted = cells.map(({ cost }) => cost).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] as number;
}
