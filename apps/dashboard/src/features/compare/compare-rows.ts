import type { Direction } from '@cambium/core';
import type { ComparedExperimentFragment } from '@cambium/graphql';
import { numberRecord } from '../../lib/json-record.js';
import { distinctNames } from './cost-series.js';
import { equalSeconds, leaders, type Reached, reachedAt, spentSeconds } from './equal-cost.js';

/** A number of the table, and whether no other of its column is better. */
export interface Cell extends Reached {
  readonly leads: boolean;
  /** Whether the trial took a part of its experiment's steps only. */
  readonly isPart: boolean;
}

export interface CompareRow {
  readonly experiment: ComparedExperimentFragment;
  /** Its name, told apart from equal ones. */
  readonly label: string;
  /** Whether its search has ended: it may be extended still. */
  readonly isOver: boolean;
  readonly trials: number;
  readonly seconds: number;
  readonly atEqualCost: Cell | null;
  readonly now: Cell | null;
  /** Of its retrained winner. */
  readonly tested: Cell | null;
}

export interface ComparedRows {
  /** null: fewer than two have spent anything. */
  readonly equalSeconds: number | null;
  /** What retrained winners are tested by; null: there is none yet. */
  readonly testMetric: string | null;
  readonly rows: readonly CompareRow[];
}

/** The table's numbers: experiments that share a first objective of this direction. */
export function compareRows(experiments: readonly ComparedExperimentFragment[], direction: Direction): ComparedRows {
  const histories = experiments.map(({ costHistory }) => costHistory);
  const cost = equalSeconds(histories);
  const test = testMetric(experiments);
  const cells = (results: readonly (Reached | null)[], best: Direction): readonly (Cell | null)[] => {
    const shares = results.map((each, i) => each && each.steps / (experiments[i]?.maxStep ?? each.steps));
    const ahead = leaders(
      results.map((each, i) => each && { value: each.value, share: shares[i] ?? 1 }),
      best,
    );
    return results.map((each, i) => each && { ...each, leads: ahead.has(i), isPart: (shares[i] ?? 1) < 1 });
  };
  const equal = cells(
    histories.map((each) => (cost === null ? null : reachedAt(each, cost))),
    direction,
  );
  const now = cells(
    histories.map((each) => reachedAt(each, spentSeconds(each))),
    direction,
  );
  const tested = cells(
    experiments.map((each) => test && testedWinner(each, test.name)),
    test?.direction === 'minimize' ? 'minimize' : 'maximize',
  );
  const labels = distinctNames(experiments.map(({ name }) => name));
  return {
    equalSeconds: cost,
    testMetric: test?.name ?? null,
    rows: experiments.map((experiment, i) => ({
      experiment,
      label: labels[i] ?? experiment.name,
      isOver: ['complete', 'stopped', 'failed'].includes(experiment.state),
      trials: experiment.costHistory.trials.at(-1) ?? 0,
      seconds: spentSeconds(experiment.costHistory),
      atEqualCost: equal[i] ?? null,
      now: now[i] ?? null,
      tested: tested[i] ?? null,
    })),
  };
}

type MetricInfo = ComparedExperimentFragment['metrics'][number];

/** The first test metric that any retrained winner has. */
function testMetric(experiments: readonly ComparedExperimentFragment[]): MetricInfo | null {
  for (const each of experiments) {
    const found = each.metrics.find(({ name, when }) => when === 'final' && testedWinner(each, name) !== null);
    if (found) return found;
  }
  return null;
}

/** The first winner that was tested: winners are retrained best first. It has all of its own steps. */
function testedWinner({ finalTrials, maxStep }: ComparedExperimentFragment, metric: string): Reached | null {
  for (const { number, metrics } of finalTrials) {
    const value = numberRecord(metrics)[metric];
    if (typeof value === 'number') return { value, steps: maxStep, trial: number };
  }
  return null;
}
