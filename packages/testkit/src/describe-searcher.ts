import type { FinishedTrial, Json, Objective, PendingTrial, Registry, SearcherDefinition, Space } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { deepFreeze } from './search/deep-freeze.js';
import { complete, endedAs } from './search/finished-trial.js';
import { maximize } from './search/search-driver.js';
import {
  measure,
  replaySearch,
  runSearch,
  type SearchEvent,
  type SearchRun,
  type SearchTrace,
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
  readonly options?: Readonly<Record<string, readonly object[]>>;
  /** Searchers whose asks take long: most of their runs have some twenty trials, and the longest one these options. */
  readonly slow?: Readonly<Record<string, object>>;
}

/** Steps of a trial: enough for several rungs. */
const maxStep = 9;

/** In conflict, and of both directions. */
const several: readonly Objective[] = [...maximize, { metric: 'cost', direction: 'minimize' }];

/**
 * Runs the contract of searchers over a whole registry, with two objectives too where they can have several. An empty
 * registry fails.
 */
export function describeSearcher(searchers: Registry<SearcherDefinition>, suite: SearcherSuite): void {
  it('has searchers to test', () => expect(searchers.names).not.toEqual([]));
  const cases = searchers.names.flatMap((name) =>
    [{}, ...(suite.options?.[name] ?? [])].flatMap((options) =>
      (searchers.get(name).capabilities.multiObjective ? [maximize, several] : [maximize]).map((objectives) => ({
        name,
        options,
        objectives,
        metrics: objectives.map(({ metric }) => metric).join(' and '),
      })),
    ),
  );
  describe.each(cases)('searcher $name with $options for $metrics', ({ name, options, objectives }) => {
    const searcher = searchers.get(name);
    const { mixed, tiny } = suite.spaces;
    const mishaps = mishapsOf(mixed, objectives);
    const quick = suite.slow?.[name];
    const length = quick === undefined ? 40 : 20;
    const run = (overrides: Partial<SearchRun> = {}) =>
      runSearch({ searcher, options, objectives, space: mixed, maxStep, trials: length, parallel: 3, ...overrides });
    let usual: SearchTrace | undefined;
    const runAsUsual = () => (usual ??= run());
    const paramsOf = (trace: SearchTrace) => trace.suggestions.map(({ params }) => params);

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
      expect(runAsUsual().suggestions).toEqual(kept.suggestions);
      expect(runAsUsual().state).toEqual(JSON.parse(JSON.stringify(kept.state)));
    });

    it('never changes a state in place', () => {
      expect(run({ store: deepFreeze }).suggestions).toEqual(runAsUsual().suggestions);
    });

    it('reproduces every suggestion and its state from the recorded history', () => {
      const setup = {
        searcher,
        options,
        objectives,
        space: mixed,
        maxStep,
        trials: length,
        parallel: 8,
        finish: mishaps,
      };
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
        [mixed, tiny].map((space) => run({ space, trials: 1.5 * length, parallel: 6, order }).suggestions),
      );
      const different = new Set(searches.map((suggestions) => JSON.stringify(suggestions))).size;
      expect(different === 1).toBe(searcher.capabilities.orderIndependent);
    });

    it('goes on after failures, cancellations, pruning, broken constraints and values that are no numbers', () => {
      const trace = run({ finish: mishaps, trials: 1.5 * length });
      expect(trace.suggestions).toHaveLength(1.5 * length);
      for (const params of paramsOf(trace)) expect(mixed.validate(params)).toEqual([]);
    });

    it('goes on when nothing ever succeeds', () => {
      for (const state of ['failed', 'infeasible', 'cancelled', 'pruned'] as const) {
        expect(run({ finish: (trial) => endedAs(state, trial) }).suggestions).toHaveLength(length);
      }
      const nothing = objectives.map(() => Number.NaN);
      expect(run({ finish: (trial) => complete(trial, nothing) }).suggestions).toHaveLength(length);
    });

    it('is exhausted only when every design was tried, and stays so', () => {
      const trace = run({ space: tiny, trials: 6 * suite.tinySize });
      const exhausted = asks(trace.events).some(({ result }) => result.kind === 'exhausted');
      const tried = new Set(allKeys(tiny, paramsOf(trace))).size;
      expect(exhausted ? tried : suite.tinySize).toBe(suite.tinySize);
      expect(exhausted || trace.suggestions.length === 6 * suite.tinySize).toBe(true);
    });

    it('minimises as it maximises', () => {
      expect(run({ objectives: objectives.map(opposite) }).suggestions).toEqual(runAsUsual().suggestions);
    });

    it('heeds every objective when it heeds one', () => {
      const heeds = objectives.map((_, ignored) => {
        const finish = (trial: PendingTrial) =>
          complete(
            trial,
            measure(mixed, trial.params, objectives).map((value, index) => (index === ignored ? 0 : value)),
          );
        return JSON.stringify(run({ finish }).suggestions) !== JSON.stringify(runAsUsual().suggestions);
      });
      expect(new Set(heeds).size).toBe(1);
    });

    it('suggests feasible points where they can be found', () => {
      const space = suite.constrain(mixed, (params) => score(mixed, params) > 0.6);
      for (const { params } of run({ space }).suggestions) expect(space.isFeasible(params)).toBe(true);
    });

    it('gives trials a fidelity just when it says so, and lets them go on from trials that ended below it', () => {
      for (const steps of [9, 27]) {
        const { events, suggestions } = run({
          maxStep: steps,
          // A round of brackets is longer than what the others need to show that they give none.
          trials: searcher.capabilities.multiFidelity ? 150 : length,
          parallel: 4,
          finish: mishaps,
        });
        expect(brokenFidelities(events, steps)).toEqual([]);
        const fidelities = suggestions.map(({ fidelity }) => fidelity ?? steps);
        expect(new Set(fidelities).size > 1).toBe(searcher.capabilities.multiFidelity);
        expect(fidelities).toContain(steps);
      }
    });

    it('asks and tells 1,000 times with a state much smaller than its history', () => {
      const trace = run({ options: { ...options, ...quick }, trials: 1000, parallel: 2, store: (state) => state });
      expect(trace.suggestions).toHaveLength(1000);
      const history = trace.events.filter((event) => event.kind === 'tell');
      expect(sizeOf(trace.state)).toBeLessThan(sizeOf(history as unknown as Json) / 2);
    }, 300_000);
  });
}

function asks(events: readonly SearchEvent[]): Extract<SearchEvent, { kind: 'ask' }>[] {
  return events.filter((event) => event.kind === 'ask');
}

/** What is wrong with the fidelities of a search, and with whom its trials go on from. */
function brokenFidelities(events: readonly SearchEvent[], steps: number): string[] {
  const told = new Map<number, FinishedTrial>();
  const continued = new Set<string>();
  const broken: string[] = [];
  for (const event of events) {
    if (event.kind === 'tell') told.set(event.trial.number, event.trial);
    else if (event.result.kind === 'suggest') {
      for (const { params, fidelity = steps, resumeFrom, mode } of event.result.suggestions) {
        if (!Number.isInteger(fidelity) || fidelity < 1 || fidelity > steps) broken.push(`fidelity ${fidelity}`);
        if (resumeFrom === undefined) continue;
        const parent = told.get(resumeFrom);
        if (parent?.state !== 'complete') broken.push(`${resumeFrom} has no end to go on from`);
        // In a mode of its own it borrows the weights and trains nothing further.
        if (mode === undefined && (parent?.fidelity ?? steps) >= fidelity)
          broken.push(`${resumeFrom} is already at ${fidelity}`);
        const key = JSON.stringify([resumeFrom, fidelity, params]);
        if (continued.has(key)) broken.push(`${resumeFrom} goes on to ${fidelity} twice`);
        continued.add(key);
      }
    }
  }
  return broken;
}

function allKeys(space: Space, params: readonly PendingTrial['params'][]): string[] {
  return params.map((point) => space.canonicalKey(point));
}

function sizeOf(value: Json): number {
  return JSON.stringify(value).length;
}

function opposite({ metric, direction }: Objective): Objective {
  return { metric, direction: direction === 'maximize' ? 'minimize' : 'maximize' };
}

/** Every third trial ends well; the others in every way that a trial can end badly. */
function mishapsOf(space: Space, objectives: readonly Objective[]): (trial: PendingTrial) => FinishedTrial {
  return (trial) => {
    const values = measure(space, trial.params, objectives);
    const good = complete(trial, values);
    const ends: readonly FinishedTrial[] = [
      good,
      endedAs('failed', trial),
      complete(trial, [...values.slice(0, -1), Number.NaN]),
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
