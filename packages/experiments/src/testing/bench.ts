import {
  type AlgorithmPart,
  type Claim,
  createRegistry,
  type Experiment,
  type JsonObject,
  proxyMode,
  type RunnerDescription,
  type TaskManifest,
} from '@cambium/core';
import { createInProcessSearchHost } from '../host/in-process-search-host.js';
import { createMemoryStore } from '../memory-store/memory-store.js';
import { createExperimentService, type ServiceOptions } from '../service.js';
import { sphereLoss, sphereTask } from './sphere-task.js';
import { createTestClock } from './test-clock.js';
import { testPruners } from './test-pruners.js';
import { testSearchers } from './test-searchers.js';

export const tasks = createRegistry<TaskManifest>('task', [sphereTask]);

/** A valid specification with `change` on top. */
export function sphereSpec(change: JsonObject = {}): JsonObject {
  return {
    name: 'a search',
    task: { name: 'sphere', settings: {} },
    space: { hp: { x: { type: 'float', low: 0, high: 1 }, y: { type: 'float', low: 0, high: 1 } } },
    objectives: [{ metric: 'loss', direction: 'minimize' }],
    searcher: { name: 'climb' },
    budget: { maxTrials: 6, maxParallel: 2 },
    final: { top: 0 },
    seed: 1,
    ...change,
  };
}

export function testRunner(name: string): RunnerDescription {
  return { id: `runner-${name}`, name, slots: [{ kind: 'test', name: 'a slot' }] };
}

/** A platform in memory: a service, its store and a clock that stands still. */
export function createBench(
  change: Partial<Pick<ServiceOptions, 'searchers' | 'pruners' | 'store' | 'signals' | 'host'>> = {},
) {
  const clock = createTestClock();
  const memory = createMemoryStore({ clock });
  const store = change.store ?? memory;
  const registries = { searchers: change.searchers ?? testSearchers, pruners: change.pruners ?? testPruners, tasks };
  const host = change.host ?? createInProcessSearchHost(registries);
  let beforeAsk: ((experimentName: string) => Promise<void>) | null = null;
  const service = createExperimentService({
    store,
    signals: change.signals ?? memory,
    clock,
    sleep: clock.sleep,
    newId: () => globalThis.crypto.randomUUID(),
    host: {
      ...host,
      async ask(request) {
        if (request.count > 0) await beforeAsk?.(request.problem.spec.name);
        return host.ask(request);
      },
    },
    ...registries,
    environment: { dataDir: 'nowhere' },
  });
  const claim = (count = 1, runner = 'one') => service.claim(testRunner(runner), count, { waitMs: 0 });
  return {
    service,
    store,
    clock,
    /** Runs before each ask for a suggestion, by the experiment's name: may be slow, or throw as a crashed thread would. */
    beforeAsk(hook: ((experimentName: string) => Promise<void>) | null) {
      beforeAsk = hook;
    },
    create: (spec: JsonObject = {}): Promise<Experiment> =>
      service.create({ workspaceId: 'w', input: sphereSpec(spec), start: true }),
    claim,
    async claimOne(runner = 'one'): Promise<Claim> {
      const [claimed] = await claim(1, runner);
      if (claimed === undefined) throw new Error('there is nothing to claim');
      return claimed;
    },
    async experiment(id: string): Promise<Experiment> {
      const found = await store.find(id);
      if (found === undefined) throw new Error(`there is no experiment ${id}`);
      return found;
    },
    /** Takes trials away from every runner whose lease has run out by now. Returns how many attempts were lost. */
    async loseSilent(): Promise<number> {
      let lost = 0;
      const now = clock.now();
      for (const id of await store.overdueExperiments(now)) lost += await service.expireLeases(id, now);
      return lost;
    },
    async recoverAll(): Promise<void> {
      for (const id of await store.runningExperiments()) await service.recover(id);
    },
    algorithm: (id: string, part: AlgorithmPart) => store.transaction(id, (tx) => tx.algorithm(part)),
    complete: (claimed: Claim) => service.finish(claimed, completeOutcome(claimed)),
    /** One runner works until nothing is left to claim. Returns the numbers that it ran. */
    async runAll(): Promise<number[]> {
      const numbers: number[] = [];
      for (let claims = await claim(); claims[0] !== undefined; claims = await claim()) {
        numbers.push(claims[0].number);
        await service.finish(claims[0], completeOutcome(claims[0]));
      }
      return numbers;
    },
  };
}

export type Bench = ReturnType<typeof createBench>;

/** What a runner says at the end of a trial that went well. */
export function completeOutcome({ params, mode }: Claim) {
  const loss = sphereLoss(params);
  const metrics = mode === proxyMode ? { guess: -loss } : mode === 'final' ? { test_loss: loss } : { loss };
  return { kind: 'complete' as const, metrics, artifacts: [] };
}
