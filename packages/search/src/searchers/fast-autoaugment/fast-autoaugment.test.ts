import { createRng, type FinishedTrial, type Params, type PendingTrial, pendingFrom } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch, endedAs } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { fastAutoaugment } from './fast-autoaugment.js';

const space = requireSpace({
  hp: { lr: { type: 'float', low: 0.001, high: 0.1 } },
  aug: { dialect: 'autoaugment', subPolicies: 4, depth: 1 },
});

/** Two pieces of two sub-policies make a policy. */
const options = { folds: 2, searches: 3, pieceSize: 2, standalone: 2 };
const drive = (change: object = {}, maxTrials = 10) =>
  driveSearch({ searcher: fastAutoaugment, space, options: { ...options, ...change }, budget: { maxTrials } });
type Search = ReturnType<typeof drive>;

const judged = (trial: PendingTrial, loss: number): FinishedTrial => {
  const { values: _, ...told } = complete(trial, []);
  return { ...told, metrics: { held_out_loss: loss, held_out_accuracy: loss } };
};
const foldEnd = (trial: PendingTrial) => judged(trial, 1);
const place = (search: Search) => search.history.trials.length;

/** Asks for one trial after the other and ends each. */
function run(search: Search, count: number, finish: (trial: PendingTrial) => FinishedTrial): FinishedTrial[] {
  return Array.from({ length: count }, () => {
    const [suggestion] = search.suggest({ rng: createRng(place(search)) });
    if (suggestion === undefined) throw new Error('it suggests nothing');
    const ended = finish(pendingFrom(place(search), suggestion));
    search.tell(ended);
    return ended;
  });
}

const halves = (params: Params) => {
  const valuesAt = (at: number[]) =>
    Object.entries(params).flatMap(([name, value]) => (at.includes(Number(name.split('.')[1])) ? [value] : []));
  return [valuesAt([0, 1]), valuesAt([2, 3])];
};

describe('fast-autoaugment', () => {
  it('trains folds, has each judge repeated pieces, and merges the best of each fold in turn', () => {
    const search = drive();
    const folds = run(search, 2, foldEnd);
    expect(folds.map(({ mode }) => mode)).toEqual(['fold', 'fold']);
    expect(folds[1]?.params['hp.lr']).toBe(folds[0]?.params['hp.lr']);
    const losses = [0.5, 0.9, 0.3, 0.2, 0.7, 0.8];
    const policies = run(search, 6, (trial) => judged(trial, losses[trial.number - 2] as number));
    expect(policies.map(({ mode, parent }) => [mode, parent])).toEqual(
      [0, 1, 0, 1, 0, 1].map((fold) => ['density-matching', fold]),
    );
    for (const { params } of policies) {
      expect(halves(params)[0]).toEqual(halves(params)[1]);
      expect([space.validate(params), params['hp.lr']]).toEqual([[], folds[0]?.params['hp.lr']]);
    }
    const [first, second] = search.suggest({ count: 5 });
    const pieceOf = (number: number) => halves(policies[number - 2]?.params ?? {})[0];
    // Of fold 0 trials 4, 2 and 6 are the best, of fold 1 trials 5, 7 and 3.
    expect(first).toMatchObject({ why: { by: 'merged pieces', place: 1, folds: [0, 1], judgedBy: [4, 5] } });
    expect(halves(first?.params ?? {})).toEqual([pieceOf(4), pieceOf(5)]);
    expect(first?.mode).toBeUndefined();
    expect(second).toMatchObject({ why: { place: 2, judgedBy: [2, 7] } });
    const trained = run(search, 2, (trial) => complete(trial, [0.9]));
    expect(trained.map(({ params }) => params)).toEqual([first?.params, second?.params]);
    const [next] = search.suggest();
    expect(next?.mode).toBe('fold');
    expect(next?.params['hp.lr']).not.toBe(folds[0]?.params['hp.lr']);
  });

  it('waits for all folds, and for all policies before it merges; what is pending counts', () => {
    const search = drive();
    const folds = search.suggest({ count: 4 }).map((suggestion, i) => pendingFrom(i, suggestion));
    expect(folds).toHaveLength(2);
    search.tell(foldEnd(folds[0] as PendingTrial));
    expect(search.ask({ pending: folds.slice(1) })).toEqual({ kind: 'wait' });
    search.tell(foldEnd(folds[1] as PendingTrial));
    const policies = search.suggest({ count: 9 }).map((suggestion, i) => pendingFrom(2 + i, suggestion));
    expect(policies).toHaveLength(6);
    expect(new Set(policies.map(({ params, parent }) => JSON.stringify([params, parent]))).size).toBe(6);
    search.tell(...policies.slice(1).map((trial) => judged(trial, 1)));
    expect(search.ask({ pending: policies.slice(0, 1) })).toEqual({ kind: 'wait' });
    search.tell(judged(policies[0] as PendingTrial, 1));
    expect(search.suggest()[0]?.why).toMatchObject({ by: 'merged pieces' });
  });

  it('has as many policies judged as the budget leaves beside the folds and what is trained', () => {
    const search = drive({ searches: 1000 }, 12);
    const trials = run(search, 12, (trial) => (trial.mode === undefined ? complete(trial, [1]) : judged(trial, 1)));
    const count = (wanted: string | undefined) => trials.filter(({ mode }) => mode === wanted).length;
    expect([count('fold'), count('density-matching'), count(undefined)]).toEqual([2, 8, 2]);
  });

  it.each([
    [{ folds: 3, searches: 100, standalone: 3 }, 3 * (1 + 2) + 3],
    [{ folds: 2, searches: 100, standalone: 1 }, 2 * (1 + 1) + 1],
    [{ folds: 2, searches: 1, standalone: 1 }, 2 * (1 + 1) + 1],
    [{ folds: 1, searches: 8, standalone: 4 }, 1 + 8 + 4],
  ])('says the fewest trials of a whole round: %j', (change, least) => {
    const all = { ...options, judge: 'loss' as const, ...change };
    expect(fastAutoaugment.leastTrials?.(all, space)).toMatchObject({ trials: least });
    const trials = run(drive(change, least), least, (trial) =>
      trial.mode === undefined ? complete(trial, [1]) : judged(trial, 1),
    );
    const count = (wanted: string | undefined) => trials.filter(({ mode }) => mode === wanted).length;
    expect([count('fold'), count(undefined)]).toEqual([change.folds, change.standalone]);
  });

  it('trains folds anew that ended badly, merges what was judged, and begins again where nothing was', () => {
    const search = drive();
    run(search, 1, (trial) => endedAs('failed', trial));
    expect(run(search, 2, foldEnd).map(({ mode }) => mode)).toEqual(['fold', 'fold']);
    run(search, 4, (trial) => (trial.parent === 1 ? endedAs('failed', trial) : judged(trial, trial.number)));
    expect(search.suggest()[0]?.why).toMatchObject({ folds: [1, 2], judgedBy: [4, 6] });
    const luckless = drive();
    run(luckless, 2, foldEnd);
    run(luckless, 6, (trial) => endedAs('failed', trial));
    expect(luckless.suggest()[0]?.mode).toBe('fold');
  });

  it('goes by accuracy where that is asked for', () => {
    const search = drive({ judge: 'accuracy', folds: 1 });
    run(search, 1, foldEnd);
    run(search, 3, (trial) => judged(trial, trial.number));
    expect(search.suggest()[0]?.why).toMatchObject({ judgedBy: [3, 2] });
  });

  it('learns from what a fold’s network measured', () => {
    const search = drive({ folds: 1, searches: 60 }, 100);
    run(search, 1, foldEnd);
    // Magnitudes should be small. The mean of four in ten levels that are drawn at random is 0.5.
    const lossOf = ({ params }: PendingTrial) => {
      const magnitudes = Object.entries(params).flatMap(([name, value]) =>
        /magnitude/.test(name) ? [Number(value)] : [],
      );
      return magnitudes.reduce((sum, value) => sum + value, 0) / magnitudes.length;
    };
    const losses = run(search, 60, (trial) => judged(trial, lossOf(trial))).map(lossOf);
    const late = losses.slice(-20).reduce((sum, loss) => sum + loss, 0) / 20;
    // Seeded. Twenty random means of four levels have a mean in 0.5 ± 0.1, but for one time in 10,000.
    expect(late).toBeLessThan(0.35);
  });
});
