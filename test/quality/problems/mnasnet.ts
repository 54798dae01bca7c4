import type { Params } from '@cambium/core';
import { rewardOf } from '@cambium/experiments';
import { type CostedTable, costNamed, type NasCost, nasCosts, openCosts } from './nas-costs.js';
import type { Problem, ProblemFamily, Progress } from './problem.js';
import { clearestTarget, latencyAt } from './reward-target.js';

/**
 * MnasNet's exponents (Tan et al. 2019, equation 3). Soft: latency always counts, so that a doubling is worth 5 % of accuracy.
 * Hard: only above the target.
 */
const exponents = {
  soft: { alpha: -0.07, beta: -0.07 },
  hard: { alpha: 0, beta: -1 },
} as const;

type Kind = keyof typeof exponents;

const kinds = Object.keys(exponents) as readonly Kind[];

/** `mnasnet-hard-raspi4`, or with a target of its own, `mnasnet-hard-raspi4@25`, or `@50%`, which half of all cells are below. */
const pattern = /^mnasnet-(soft|hard)-(.+?)(?:@(\d+(?:\.\d+)?%?))?$/;

/** What the reward asks for, computed from all cells. */
export interface RewardTarget {
  readonly target: number;
  /** How far the latency of the cell with the highest reward is from the target, as a share of it. */
  readonly distanceOfOptimum: number;
}

/**
 * NAS-Bench-201 by MnasNet's reward of validation accuracy and latency (or FLOPs), as experiments compute it. The score is how
 * far the best cell's latency is from the target.
 */
export const mnasnetProblems: ProblemFamily = {
  names: (dataDir) => nasCosts(dataDir).flatMap(({ name }) => kinds.map((kind) => `mnasnet-${kind}-${name}`)),
  open(problem, dataDir) {
    const [, kind, device = '', target] = pattern.exec(problem) ?? [];
    const cost = costNamed(device, dataDir);
    if (kind === undefined || cost === undefined) return undefined;
    return openReward(problem, { kind: kind as Kind, cost, dataDir, target });
  },
};

interface RewardSettings {
  readonly kind: Kind;
  readonly cost: NasCost;
  readonly dataDir: string;
  /** As it is written after the device's name. */
  readonly target: string | undefined;
}

async function openReward(name: string, { kind, cost, dataDir, target: given }: RewardSettings) {
  const table = await openCosts(cost, dataDir);
  const { target, distanceOfOptimum } = rewardTarget(table, kind, given);
  const unit = cost.key.split('_').at(-1);
  return {
    name,
    measures: `distance of the best cell's latency from the target of ${Number(target.toPrecision(4))} ${unit}, in % of it`,
    better: 'lower',
    unit: 'trials',
    budgets: [100, 200, 300, 500, 1000],
    summary: 'mean',
    space: table.space,
    objectives: [{ metric: 'reward', direction: 'maximize' }],
    maxStep: 1,
    measure(params: Params) {
      const latency = table.cost(params);
      const accuracy = (100 - table.error(params)) / 100;
      return { reward: rewardOf({ target, ...exponents[kind] }, accuracy, latency), latency };
    },
    start: () => distanceOfBest(target),
    optimum: 100 * distanceOfOptimum,
    references: [],
  } satisfies Problem;
}

/**
 * The target is given, or else the one that says most about a search ({@link clearestTarget}). The soft reward has one exponent,
 * so that its target scales all rewards alike and decides nothing: its own target is where its optimum is.
 */
export function rewardTarget({ cells }: CostedTable, kind: Kind, given: string | undefined): RewardTarget {
  const bestFor = (target: number) => {
    const reward = ({ error, cost }: (typeof cells)[number]) =>
      rewardOf({ target, ...exponents[kind] }, (100 - error) / 100, cost) ?? Number.NEGATIVE_INFINITY;
    return cells.reduce((best, cell) => (reward(cell) > reward(best) ? cell : best)).cost;
  };
  const target = given === undefined ? (kind === 'soft' ? bestFor(1) : clearestTarget(cells)) : read(given, cells);
  return { target, distanceOfOptimum: Math.abs(bestFor(target) / target - 1) };
}

function read(given: string, cells: CostedTable['cells']): number {
  return given.endsWith('%') ? latencyAt(Number(given.slice(0, -1)), cells) : Number(given);
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
