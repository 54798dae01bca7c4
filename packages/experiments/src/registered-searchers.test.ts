import type { JsonObject } from '@cambium/core';
import { pruners, searchers } from '@cambium/search';
import { describe, expect, it } from '@jest/globals';
import { completeOutcome, createBench } from './testing/bench.js';
import { sphereLoss } from './testing/sphere-task.js';

const space = {
  hp: {
    x: { type: 'float', low: 0, high: 1 },
    y: { type: 'float', low: 0.01, high: 1, log: true },
    units: { type: 'int', low: 1, high: 64 },
    kind: { type: 'categorical', choices: ['plain', 'deep'] },
    depth: { type: 'int', low: 2, high: 9, when: { kind: ['deep'] } },
  },
};

const steps = 9;

/** What a searcher needs besides its defaults: a second branch. */
const needs: Readonly<Record<string, { readonly space: JsonObject; readonly options: JsonObject }>> = {
  staged: {
    space: { train: { dialect: 'procedure' } },
    options: {
      stages: [
        { name: 'first', branches: ['train'] },
        { name: 'second', branches: ['hp'] },
      ],
    },
  },
  nested: {
    space: { train: { dialect: 'procedure' } },
    options: { outer: { branches: ['train'] }, inner: { branches: ['hp'], trials: 4 } },
  },
};

// Those of supernets need networks that share weights, and those of policies images; their tasks test them.
const ordinary = searchers.entries.filter(
  ({ capabilities: { supernet, densityMatching, relaxedPolicy } }) => !(supernet || densityMatching || relaxedPolicy),
);

/** What judges before the training takes any searcher, with a metric that the task knows then. */
const filter = { name: 'proxy-filter', options: { metric: 'guess', startupTrials: 4 } };

/** Every searcher with one pruner (or none, where it takes none) and with a filter, and every pruner with one searcher. */
const pairs = [
  ...ordinary.map(({ name, capabilities }) => {
    return { searcher: name, pruner: capabilities.multiFidelity ? undefined : { name: 'asha', options: {} } };
  }),
  ...ordinary.map(({ name }) => ({ searcher: name, pruner: filter })),
  ...pruners.names
    .filter((name) => name !== filter.name)
    .map((name) => ({ searcher: 'random', pruner: { name, options: {} } })),
].map((pair) => ({ ...pair, judge: pair.pruner?.name ?? 'no pruner' }));

describe('every searcher and pruner of the registry', () => {
  it.each([
    ['darts', 'take the task supernet'],
    ['enas', 'take the task supernet'],
    ['one-shot', 'take the task supernet'],
    ['fast-autoaugment', 'take the task image-classification'],
    ['dada', 'take the task image-classification'],
    ['faster-autoaugment', 'take the task image-classification'],
  ])('refuses %s for a task that does not know its modes', async (searcher, message) => {
    const created = createBench({ searchers, pruners }).create({
      task: { name: 'sphere', settings: { steps } },
      space,
      searcher: { name: searcher },
      budget: { maxTrials: 24, maxParallel: 4 },
      seed: 3,
    });
    await expect(created).rejects.toThrow(message);
  });

  it.each(pairs)(
    '$searcher with $judge runs on the ledger, and a replay reproduces every suggestion',
    async ({ searcher, pruner }) => {
      const bench = createBench({ searchers, pruners });
      const { id } = await bench.create({
        task: { name: 'sphere', settings: { steps } },
        space: { ...space, ...needs[searcher]?.space },
        constraints: [{ metric: 'units', max: 40 }],
        searcher: { name: searcher, options: needs[searcher]?.options ?? {} },
        ...(pruner === undefined ? {} : { pruner }),
        budget: { maxTrials: 24, maxParallel: 4 },
        final: { top: 1 },
        seed: 3,
      });
      for (let claims = await bench.claim(4); claims.length > 0; claims = await bench.claim(4)) {
        // The last one claimed is the first to finish, so that tells come in another order than asks.
        for (const claim of claims.toReversed()) {
          let decision = 'continue';
          const last = claim.fidelity ?? steps;
          if (claim.untrainedMetric !== null) {
            const guess = -sphereLoss(claim.params);
            decision = await bench.service.report(claim, [{ step: 0, metrics: { guess } }]);
          }
          if (decision === 'stop') {
            await bench.service.finish(claim, { kind: 'stopped', metrics: {}, artifacts: [] });
            continue;
          }
          for (let step = 1; step <= last && decision === 'continue'; step++) {
            const loss = sphereLoss(claim.params) + 1 / step;
            decision = await bench.service.report(claim, [{ step, metrics: { loss } }]);
          }
          const done = completeOutcome(claim);
          await bench.service.finish(claim, decision === 'stop' ? { ...done, kind: 'stopped' } : done);
        }
      }
      const { state, counts, bestValues, failure } = await bench.experiment(id);
      expect({ state, failure }).toEqual({ state: 'complete', failure: null });
      expect(counts.complete + counts.pruned).toBe(24);
      expect(bestValues?.[0]).toBeLessThan(0.2);
      const { suggestions, mismatches } = await bench.service.replay(id);
      expect(mismatches).toEqual([]);
      expect(suggestions).toBe(24 + counts.infeasible);
    },
  );
});
