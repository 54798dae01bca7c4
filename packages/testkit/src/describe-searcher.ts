import type { FinishedTrial, Json, PendingTrial, Registry, SearcherDefinition, Space } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { deepFreeze } from './search/deep-freeze.js';
import { maximize, minimize } from './search/search-driver.js';
import {
  complete,
  endedAs,
  replaySearch,
  runSearch,
  type SearchEvent,
  type SearchRun,
  score,
} from './search/search-run.js';

/** What the suite needs besides the registry; testkit builds no spaces itself. */
export interface SearcherSuite {
  /** Continuous and discrete parameters, some conditional: `mixed`. Few enough points to try them all: `tiny`. */
  readonly spaces: { readonly mixed: Space; readonly tiny: Space };
  /** The points of `tiny` that mean different designs. */
  readonly tinySize: number;
  /** The mixed space where only points that `isFeasible` accepts may be suggested. */
  constrain(space: Space, isFeasible: Space['isFeasible']): Space;
  /** Options to test besides the defaults, by searcher. */
  readonly options?: Readonly<Record<string, readonly unknown[]>>;
}

/** Steps of a trial: enough for several rungs. */
const maxStep = 9;

/** Runs the contract of searchers over a whole registry. An empty registry fails. */
export function describeSearcher(searchers: Registry<SearcherDefinition>, suite: SearcherSuite): void {
  it('has searchers to test', () => expect(searchers.names).not.toEqual([]));
  const cases = searchers.names.flatMap((name) =>
    [{}, ...(suite.options?.[name] ?? [])].map((options) => [name, options] as const),
  );
  describe.each(cases)('searcher %s with %j', (name, options) => {
    const searcher = searchers.get(name);
    const { mixed, tiny } = suite.spaces;
    const run = (overrides: Partial<SearchRun> = {}) =>
      runSearch({ searcher, options, space: mixed, maxStep, trials: 40, parallel: 3, ...overrides });
    const paramsOf = (trace: ReturnType<typeof run>) => trace.suggestions.map(({ params }) => params);

    it('describes itself and has defaults for every option', () => {
      expect(searcher.summary).toMatch(/^[A-Z].{20,}\.$/);
      expect(searcher.options.safeParse({}).success).toBe(true);
      expect(searcher.options.safeParse({ 'no-such-option': 1 }).success).toBe(false);
    });

    it('suggests points of the space, never more than asked for, each with its reason', () => {
      for (const space of [mixed, tiny]) {
        const { events, suggestions } = run({ space });
        for (const { params, why } of suggestions) {
          expect(space.validate(params)).toEqual([]);
          expect(JSON.stringify(why).length).toBeLessThan(2000);
        }
        for (const { count, result } of asks(events)) {
          expect(result.kind === 'suggest' ? result.suggestions.length : 0).toBeLessThanOrEqual(count);
        }
      }
    });

    it('suggests the same for the same seed, and something else for another', () => {
      const first = run({ seed: 5 });
      expect(run({ seed: 5 }).suggestions).toEqual(first.suggestions);
      expect(paramsOf(run({ seed: 6 }))).not.toEqual(paramsOf(first));
    });

    it('keeps its whole memory in JSON', () => {
      const kept = run({ store: (state) => state });
      expect(run().suggestions).toEqual(kept.suggestions);
      expect(run().state).toEqual(JSON.parse(JSON.stringify(kept.state)));
    });

    it('never changes a state in place', () => {
      expect(run({ store: deepFreeze }).suggestions).toEqual(run().suggestions);
    });

    it('reproduces every suggestion and its state from the recorded history', () => {
      const setup = { searcher, options, space: mixed, maxStep, trials: 40, parallel: 4, finish: mishaps(mixed) };
      const recorded = runSearch(setup);
      const replayed = replaySearch(setup, recorded.events);
      expect(replayed.results).toEqual(asks(recorded.events).map(({ result }) => result));
      expect(JSON.parse(JSON.stringify(replayed.state))).toEqual(recorded.state);
    });

    it('does not repeat what is pending while there is something else', () => {
      const { events } = run({ space: tiny, trials: suite.tinySize, parallel: suite.tinySize });
      const first = asks(events)[0]?.result;
      const keys = first?.kind === 'suggest' ? first.suggestions.map(({ params }) => tiny.canonicalKey(params)) : [];
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(allKeys(mixed, paramsOf(run({ parallel: 8, trials: 16 })))).size).toBeGreaterThan(8);
    });

    it('depends on the order in which parallel trials finish just when it says so', () => {
      const searches = ['first', 'second', 'third'].map((order) =>
        [mixed, tiny].map((space) => run({ space, trials: 60, parallel: 6, order }).suggestions),
      );
      const different = new Set(searches.map((suggestions) => JSON.stringify(suggestions))).size;
      expect(different === 1).toBe(searcher.capabilities.orderIndependent);
    });

    it('goes on after failures, cancellations, pruning, broken constraints and values that are no numbers', () => {
      const trace = run({ finish: mishaps(mixed), trials: 60 });
      expect(trace.suggestions).toHaveLength(60);
      for (const params of paramsOf(trace)) expect(mixed.validate(params)).toEqual([]);
    });

    it('goes on when nothing ever succeeds', () => {
      for (const state of ['failed', 'infeasible', 'cancelled', 'pruned'] as const) {
        expect(run({ finish: (trial) => endedAs(state, trial) }).suggestions).toHaveLength(40);
      }
      const broken = run({ finish: (trial) => complete(trial, [Number.NaN]) });
      expect(broken.suggestions).toHaveLength(40);
    });

    it('is exhausted only when every design was tried, and stays so', () => {
      const trace = run({ space: tiny, trials: 6 * suite.tinySize });
      const exhausted = asks(trace.events).some(({ result }) => result.kind === 'exhausted');
      const tried = new Set(allKeys(tiny, paramsOf(trace))).size;
      expect(exhausted ? tried : suite.tinySize).toBe(suite.tinySize);
      expect(exhausted || trace.suggestions.length === 6 * suite.tinySize).toBe(true);
    });

    it('minimises as it maximises', () => {
      const finish = (sign: number) => (trial: PendingTrial) => complete(trial, [sign * score(mixed, trial.params)]);
      const up = run({ objectives: maximize, finish: finish(1) });
      const down = run({ objectives: minimize, finish: finish(-1) });
      expect(down.suggestions).toEqual(up.suggestions);
    });

    it('suggests feasible points where they can be found', () => {
      const space = suite.constrain(mixed, (params) => score(mixed, params) > 0.6);
      for (const { params } of run({ space }).suggestions) expect(space.isFeasible(params)).toBe(true);
    });

    it('asks and tells 1,000 times with a state much smaller than its history', () => {
      const trace = run({ trials: 1000, parallel: 2, store: (state) => state });
      expect(trace.suggestions).toHaveLength(1000);
      const history = trace.events.filter((event) => event.kind === 'tell');
      expect(sizeOf(trace.state)).toBeLessThan(sizeOf(history as unknown as Json) / 2);
    }, 60_000);
  });
}

function asks(events: readonly SearchEvent[]): Extract<SearchEvent, { kind: 'ask' }>[] {
  return events.filter((event) => event.kind === 'ask');
}

function allKeys(space: Space, params: readonly PendingTrial['params'][]): string[] {
  return params.map((point) => space.canonicalKey(point));
}

function sizeOf(value: Json): number {
  return JSON.stringify(value).length;
}

/** Every third trial ends well; the others in every way that a trial can end badly. */
function mishaps(space: Space): (trial: PendingTrial) => FinishedTrial {
  return (trial) => {
    const good = complete(trial, [score(space, trial.params)]);
    const ends: readonly FinishedTrial[] = [
      good,
      endedAs('failed', trial),
      complete(trial, [Number.NaN]),
      good,
      endedAs('cancelled', trial),
      { ...good, state: 'pruned', lastStep: 1 + (trial.number % 3) },
      good,
      { ...good, violation: 0.5 + (trial.number % 5) },
      { ...endedAs('infeasible', trial), violation: 3 },
    ];
    return ends[trial.number % ends.length] ?? good;
  };
}
