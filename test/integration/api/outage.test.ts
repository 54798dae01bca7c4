import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connectLive } from './support/live.js';
import { createExperiment, lrSearch } from './support/specs.js';
import { type TcpGate, tcpGate } from './support/tcp-gate.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let test: TestApi;
let gate: TcpGate;
beforeAll(async () => {
  test = await startTestApi({
    async through(url) {
      const address = new URL(url);
      gate = await tcpGate({ host: address.hostname, port: Number(address.port) });
      address.hostname = '127.0.0.1';
      address.port = String(gate.port);
      return address.href;
    },
  });
}, 60_000);
afterAll(async () => {
  await test.stop();
  await gate.shut();
});

it('says that it is unavailable while the database is away, survives, and goes on when it is back', async () => {
  const { data } = await test.graphql(createExperiment, { spec: lrSearch, start: false });
  const { id } = data.createExperiment.experiment;
  const live = connectLive(test.api.url, test.owner);
  const events = 'subscription ($id: ID!) { experimentEvents(id: $id) { lastSeq experiment { state } } }';
  const stream = live.subscribe(events, { id });
  await stream.next();
  const next = stream.next();
  // Looked at below; must not count as unhandled before.
  next.catch(() => undefined);

  await gate.shut();
  for (const query of ['{ viewer { name } }', '{ experiments { totalCount } }']) {
    const { status, errors } = await test.graphql(query);
    expect(status).toBe(503);
    expect(errors[0]?.extensions.code).toBe('UNAVAILABLE');
    expect(errors[0]?.message).toMatch(/try again/);
  }
  expect((await fetch(`${test.api.url}/healthz`)).status).toBe(503);
  const digest = 'a'.repeat(64);
  expect((await fetch(`${test.api.url}/artifacts/${digest}`, { headers: test.runner })).status).toBe(503);

  await gate.open();
  let state = '';
  for (let i = 0; i < 40 && state !== 'running'; i++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const started = await test.graphql(
      'mutation ($id: ID!) { startExperiment(id: $id) { experiment { state } errors { code } } }',
      { id },
    );
    state = started.data?.startExperiment.experiment?.state ?? '';
  }
  expect(state).toBe('running');
  expect((await next).value.data.experimentEvents.experiment.state).toBe('running');
  live.close();
}, 60_000);
