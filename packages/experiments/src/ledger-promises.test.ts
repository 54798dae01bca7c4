import { CambiumError, type Claim, type EndedTrial, type TrialOutcome } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Bench, completeOutcome, createBench } from './testing/bench.js';
import { expectPromisesKept } from './testing/ledger-promises.js';

const lifecycle = ['pause', 'resume', 'stop'] as const;

/** `pick` chooses one of all the claims there ever were, dead runners' included. */
type Command =
  | { readonly kind: 'claim'; readonly runner: string; readonly count: number }
  | { readonly kind: 'report'; readonly pick: number; readonly step: number; readonly loss: number }
  | { readonly kind: 'heartbeat'; readonly pick: number }
  | { readonly kind: 'finish'; readonly pick: number; readonly how: TrialOutcome['kind'] }
  | { readonly kind: 'silence'; readonly ms: number }
  | { readonly kind: 'recover' }
  | { readonly kind: 'extend'; readonly trials: number }
  | { readonly kind: (typeof lifecycle)[number] };

const pick = fc.nat(30);
const outcomes = ['complete', 'complete', 'complete', 'stopped', 'cancelled', 'failed', 'handed-back'] as const;
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('claim' as const),
      runner: fc.constantFrom('one', 'two', 'three'),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      pick,
      step: fc.integer({ min: 1, max: 3 }),
      loss: fc.float({ noNaN: true, min: 0, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('heartbeat' as const), pick }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('finish' as const), pick, how: fc.constantFrom(...outcomes) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('silence' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'pause' as const,
        'resume' as const,
        'resume' as const,
        'stop' as const,
        'recover' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('extend' as const), trials: fc.integer({ min: 1, max: 3 }) }) },
);

function outcome(claim: Claim, how: TrialOutcome['kind']): TrialOutcome {
  const done = completeOutcome(claim);
  switch (how) {
    case 'complete':
      return done;
    case 'stopped':
      return { ...done, kind: 'stopped' };
    case 'failed':
      return {
        kind: how,
        failure: { code: 'crashed', message: 'it crashed' },
        retry: claim.number % 3 > 0,
        artifacts: [],
      };
    default:
      return { kind: how };
  }
}

async function run(
  { service, claim, clock, loseSilent, recoverAll }: Bench,
  id: string,
  claims: Claim[],
  next: Command,
): Promise<void> {
  const held = 'pick' in next ? claims[next.pick % Math.max(1, claims.length)] : undefined;
  switch (next.kind) {
    case 'claim':
      claims.push(...(await claim(next.count, next.runner)));
      return;
    case 'report':
      if (held) await service.report(held, [{ step: next.step, metrics: { loss: next.loss } }]);
      return;
    case 'heartbeat':
      if (held) await service.heartbeat(held);
      return;
    case 'finish':
      if (held) await service.finish(held, outcome(held, next.how));
      return;
    case 'silence':
      clock.advance(next.ms);
      await loseSilent();
      return;
    case 'recover':
      return recoverAll();
    case 'extend':
      await allowed(service.extend(id, next.trials));
      return;
    default:
      await allowed(service[next.kind](id));
  }
}

/** A step that the experiment's state does not allow is part of the game. */
async function allowed(step: Promise<unknown>): Promise<void> {
  await step.catch((cause: unknown) => {
    if (!(cause instanceof CambiumError && cause.code === 'conflict')) throw cause;
  });
}

/** Every runner comes back to life, and every lease that nobody holds runs out. */
async function settle({ service, clock, loseSilent, runAll, experiment }: Bench, id: string): Promise<void> {
  await allowed(service.start(id));
  await allowed(service.resume(id));
  for (let round = 0; round < 20 && (await experiment(id)).state === 'running'; round++) {
    clock.advance(31_000);
    await loseSilent();
    await runAll();
  }
}

describe('the ledger’s promises', () => {
  // 40 random histories of up to 40 commands, up to four of them at the same time. Any seed must pass.
  it('hold whatever happens in whatever order', async () => {
    const steps = fc.array(fc.record({ command, join: fc.boolean() }), { minLength: 5, maxLength: 40 });
    const searchers = fc.constantFrom('climb', 'generations', 'uniform');
    await fc.assert(
      fc.asyncProperty(steps, searchers, fc.nat(1000), async (sequence, searcher, seed) => {
        const bench = createBench();
        const { id } = await bench.create({
          searcher: { name: searcher },
          pruner: { name: 'worst' },
          budget: { maxTrials: 6, maxParallel: 3, maxAttempts: 2 },
          final: { top: 2 },
          seed,
        });
        const claims: Claim[] = [];
        const ended = new Map<string, EndedTrial>();
        let open: Promise<void>[] = [];
        for (const { command: next, join } of sequence) {
          open.push(run(bench, id, claims, next));
          if (!join && open.length < 4) continue;
          await Promise.all(open);
          open = [];
          await expectPromisesKept(bench, id, ended);
        }
        await Promise.all(open);
        await settle(bench, id);
        await expectPromisesKept(bench, id, ended);
        const { state } = await bench.experiment(id);
        expect(['complete', 'failed', 'stopped']).toContain(state);
        expect(await bench.store.transaction(id, (tx) => tx.unfinishedTrials())).toEqual([]);
        expect((await bench.service.replay(id)).mismatches).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});
