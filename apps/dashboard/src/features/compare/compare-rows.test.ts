import type { ComparedExperimentFragment } from '@cambium/graphql';
import { describe, expect, it } from '@jest/globals';
import { compareRows } from './compare-rows.js';
import { haveSameTask, sameGoal } from './same-goal.js';

const tested = { name: 'test_accuracy', when: 'final', direction: 'maximize', unit: '1' };
function experiment(id: string, change: object = {}): ComparedExperimentFragment {
  const made = {
    id,
    name: id,
    state: 'complete',
    maxStep: 4,
    objectives: [{ metric: 'val_accuracy', direction: 'maximize', formula: null }],
    metrics: [{ name: 'val_accuracy', when: 'report', direction: 'maximize', unit: '1' }, tested],
    finalTrials: [],
    spec: { task: { name: 'images', settings: { dataset: 'digits', epochs: 4 } } },
    costHistory: { seconds: [], trials: [], best: [], bestSteps: [], number: [], totalCount: 0 },
    ...change,
  };
  return made as unknown as ComparedExperimentFragment;
}
const costs = (...rows: readonly (readonly [seconds: number, best: number | null, steps?: number])[]) => ({
  costHistory: {
    seconds: rows.map(([seconds]) => seconds),
    trials: rows.map((_, i) => i + 1),
    best: rows.map(([, best]) => best),
    bestSteps: rows.map(([, best, steps = 4]) => (best === null ? null : steps)),
    number: rows.map(([, best], i) => (best === null ? null : i)),
    totalCount: rows.length,
  },
});
const final = (number: number, metrics: object) => ({
  id: `t${number}`,
  number,
  state: 'complete',
  parent: 1,
  metrics,
});

describe('compareRows', () => {
  it('has what each had at equal cost and has now, and who leads', () => {
    const slow = experiment('slow', costs([5, 0.6], [20, 0.9]));
    const quick = experiment('quick', costs([2, 0.5], [4, 0.7], [10, 0.7]));
    const idle = experiment('idle', { state: 'created' });
    const { equalSeconds, rows, testMetric } = compareRows([slow, quick, idle], 'maximize');
    expect([equalSeconds, testMetric]).toEqual([10, null]);
    const shown = rows.map(({ atEqualCost, now }) =>
      [atEqualCost, now].map((cell) => cell && [cell.value, cell.trial, cell.leads]),
    );
    expect(shown).toEqual([
      [
        [0.6, 0, false],
        [0.9, 1, true],
      ],
      [
        [0.7, 2, true],
        [0.7, 2, false],
      ],
      [null, null],
    ]);
    expect(rows.map(({ seconds, trials, isOver }) => [seconds, trials, isOver])).toEqual([
      [20, 2, true],
      [10, 3, true],
      [0, 0, false],
    ]);
  });

  it('lets no value after a part of the steps lead, whatever the steps of each experiment', () => {
    const part = experiment('part', costs([5, 0.9, 2]));
    const all = experiment('all', { ...costs([5, 0.6, 3]), maxStep: 3 });
    const [first, second] = compareRows([part, all], 'maximize').rows;
    expect(first?.now).toMatchObject({ leads: false, isPart: true });
    expect(second?.now).toMatchObject({ leads: true, isPart: false });
  });

  it('has the test of the first retrained winner that was tested', () => {
    const one = experiment('one', { finalTrials: [final(8, {}), final(9, { test_accuracy: 0.8 })] });
    const two = experiment('two', { finalTrials: [final(7, { test_accuracy: 0.7 })] });
    const { testMetric, rows } = compareRows([one, two, experiment('three')], 'maximize');
    expect(testMetric).toBe('test_accuracy');
    expect(rows.map((row) => row.tested && [row.tested.value, row.tested.trial, row.tested.leads])).toEqual([
      [0.8, 9, true],
      [0.7, 7, false],
      null,
    ]);
  });
});

describe('what can be compared', () => {
  it('is what has the same first objective', () => {
    const other = (objective: object) =>
      experiment('other', {
        objectives: [{ metric: 'val_accuracy', direction: 'maximize', formula: null, ...objective }],
      });
    const goalWith = (objective: object) => sameGoal([experiment('one'), other(objective)]);
    expect(goalWith({})).toEqual({ metric: 'val_accuracy', direction: 'maximize', unit: '1' });
    expect(goalWith({ direction: 'minimize' })).toBeNull();
    expect(goalWith({ metric: 'reward' })).toBeNull();
    expect(goalWith({ formula: 'val_accuracy × 2' })).toBeNull();
  });

  it('is as hard to reach where the task and its settings are the same, in any order', () => {
    const other = (settings: object) => experiment('e', { spec: { task: { settings, name: 'images' } } });
    expect(haveSameTask([experiment('one'), other({ epochs: 4, dataset: 'digits' })])).toBe(true);
    expect(haveSameTask([experiment('one'), other({ epochs: 5, dataset: 'digits' })])).toBe(false);
  });
});
