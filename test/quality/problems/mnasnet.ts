import type { Params } from '@cambium/core';
import { mnasnetReward, rewardExponents } from './mnasnet-reward.js';
import { type CostedTable, type NasCost, nasCosts, openCosts } from './nas-costs.js';
import type { Problem, ProblemFamily, Progress } from './problem.js';

type Kind = keyof typeof rewardExponents;

const kinds = Object.keys(rewardExponents) as readonly Kind[];

/** `mnasnet-hard-raspi4`, or with a target of its own, `mnasnet-hard-raspi4@25`. */
const pattern = /^mnasnet-(soft|hard)-([^@]+?)(?:@(\d+(?:\.\d+)?))?$/;

/** What the reward asks for, computed from all cells. */
export interface RewardTarget {
  readonly target: number;
  /** How far the latency of the cell with the highest reward is from the target, as a share of it. */
  readonly distanceOfOptimum: number;
}

/**
 * NAS-Bench-201 by MnasNet's reward of validation accuracy and latency (or FLOPs). The score is how far the best cell's
 * latency is from the target.
 */
export const mnasnetProblems: ProblemFamily = {
  names: (dataDir) => nasCosts(dataDir).flatMap(({ name }) => kinds.map((kind) => `mnasnet-${kind}-${name}`)),
  open(problem, dataDir) {
    const [, kind, device, target] = pattern.exec(problem) ?? [];
    const cost = nasCosts(dataDir).find(({ name }) => name === device);
    if (kind === undefined || cost === undefined) return undefined;
    return openReward(problem, {
      kind: kind as Kind,
      cost,
      dataDir,
      target: target === undefined ? null : Number(target),
    });
  },
};

interface RewardSettings {
  readonly kind: Kind;
  readonly cost: NasCost;
  readonly dataDir: string;
  readonly target: number | null;
}

async function openReward(name: string, { kind, cost, dataDir, target: given }: RewardSettings) {
  const table = await openCosts(cost, dataDir);
  const { target, distanceOfOptimum } = rewardTarget(table, kind, given);
  const reward = (error: number, latency: number) =>
    mnasnetReward((100 - error) / 100, { latency, target }, rewardExponents[kind]);
  const unit = cost.key.split('_').at(-1);
  return {
    name,
    measures:
      `distance of the best cell's latency from the target of ${Number(target.toPrecision(4))} ${unit}, in % of it; ` +
      `the best of all cells has ${(100 * distanceOfOptimum).toFixed(2)}`,
    better: 'lower',
    unit: 'trials',
    budgets: [100, 200, 300, 500, 1000],
    summary: 'mean',
    space: table.space,
    objectives: [{ metric: 'reward', direction: 'maximize' }],
    maxStep: 1,
    measure(params: Params) {
      const latency = table.cost(params);
      return { reward: reward(table.error(params), latency), latency };
    },
    start: () => distanceOfBest(target),
    references: [],
  } satisfies Problem;
}

/**
 * The target is given, or else where it decides most ({@link decisiveLatency}). The soft reward has one exponent, so that its
 * target scales all rewards alike and decides nothing: its own target is where its optimum is.
 */
export function rewardTarget({ cells }: CostedTable, kind: Kind, given: number | null): RewardTarget {
  const bestFor = (target: number) => {
    const rewardOf = ({ error, cost: latency }: (typeof cells)[number]) =>
      mnasnetReward((100 - error) / 100, { latency, target }, rewardExponents[kind]);
    return cells.reduce((best, cell) => (rewardOf(cell) > rewardOf(best) ? cell : best)).cost;
  };
  const target = given ?? (kind === 'soft' ? bestFor(1) : decisiveLatency(cells));
  return { target, distanceOfOptimum: Math.abs(bestFor(target) / target - 1) };
}

/** A cell that is this much faster than the target is too far from it. */
const tolerance = 0.05;

/**
 * Of the front's cells that are slower than a quarter of all, the latency of the one from which 5 % less cost most accuracy.
 * Elsewhere a front is flat or has gaps: cells far from a target are as good as any, and where a search ends says nothing.
 */
function decisiveLatency(cells: CostedTable['cells']): number {
  const sorted = [...cells].sort((a, b) => a.cost - b.cost || a.error - b.error);
  const quarter = sorted[Math.floor(sorted.length / 4)] as (typeof cells)[number];
  // The lowest error up to each cell.
  const lowest = new Float64Array(sorted.length);
  let decisive = quarter.cost;
  let largest = 0;
  for (let i = 0, faster = -1; i < sorted.length; i++) {
    const { error, cost } = sorted[i] as (typeof cells)[number];
    const before = i === 0 ? Number.POSITIVE_INFINITY : (lowest[i - 1] as number);
    lowest[i] = Math.min(error, before);
    while ((sorted[faster + 1]?.cost ?? Number.POSITIVE_INFINITY) < (1 - tolerance) * cost) faster += 1;
    if (error >= before || cost < quarter.cost || faster < 0) continue;
    const gain = (lowest[faster] as number) - error;
    if (gain > largest) [largest, decisive] = [gain, cost];
  }
  return decisive;
}

/** In %. */
function distanceOfBest(target: number): Progress {
  let best = Number.NEGATIVE_INFINITY;
  let distance = Number.NaN;
  return {
    add({ metrics }) {
      const reward = metrics['reward'] ?? Number.NaN;
      if (!(reward > best)) return;
      best = reward;
      distance = 100 * Math.abs((metrics['latency'] ?? Number.NaN) / target - 1);
    },
    score: () => distance,
  };
}
