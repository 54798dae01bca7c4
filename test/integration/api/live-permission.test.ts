import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connectLive } from './support/live.js';
import { signIn } from './support/sign-in.js';
import { createExperiment, lrSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi({ recheckMs: 300 });
}, 60_000);
afterAll(() => test.stop());

it('ends open streams when their reader signs out, also while nothing happens', async () => {
  const { data } = await test.graphql(createExperiment, { spec: lrSearch, start: false });
  const { id } = data.createExperiment.experiment;
  const cookie = await signIn(await test.api.createLoginLink());
  const live = connectLive(test.api.url, { cookie });
  const query = 'subscription ($id: ID!) { experimentEvents(id: $id) { lastSeq } }';
  const stream = live.subscribe(query, { id });
  expect((await stream.next()).value.data.experimentEvents.lastSeq).toBeGreaterThan(0);
  const next = stream.next();
  await test.graphql('mutation { signOut }', {}, { cookie });
  expect((await next).done).toBe(true);
  live.close();
}, 20_000);

it('lets the server stop while streams and claims are open', async () => {
  const other = await startTestApi();
  const live = connectLive(other.api.url, other.owner);
  const stream = live.subscribe('subscription { experimentChanged { id } }');
  // It listens from here on.
  await stream.next();
  const ended = stream.next().then(
    ({ done }) => done,
    ({ code }: { code: number }) => code,
  );
  const runner = { id: '6a0d2f5e-35a1-4c2a-9c8e-0f6c4a3d1b2c', name: 'r', slots: [] };
  const claim = other.graphql(
    'mutation ($runner: RunnerInput!) { claimTrials(runner: $runner, count: 1, waitMs: 60000) { body } }',
    { runner },
    other.runner,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = performance.now();
  await other.stop();
  expect(performance.now() - before).toBeLessThan(8_000);
  expect((await claim).data.claimTrials).toEqual([]);
  expect([true, 1001]).toContain(await ended);
}, 60_000);
