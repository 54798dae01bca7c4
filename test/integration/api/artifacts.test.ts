import { createHash, randomUUID } from 'node:crypto';
import { createRemoteTrialSource } from '@cambium/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExperiment, lrSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi({ maxArtifactBytes: 100_000 });
}, 60_000);
afterAll(() => test.stop());

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const at = (digest: string) => `${test.api.url}/artifacts/${digest}`;
const put = (bytes: Uint8Array, headers: Record<string, string>, digest = digestOf(bytes)) =>
  fetch(at(digest), { method: 'PUT', headers, body: Buffer.from(bytes) });
const log = Buffer.from(Array.from({ length: 30 }, (_, i) => `epoch ${i}`).join('\n'));

describe('PUT', () => {
  it('stores what a runner sends', async () => {
    const response = await put(log, test.runner);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ digest: `sha256:${digestOf(log)}`, bytes: log.byteLength });
  });

  it('is for runners only', async () => {
    expect((await put(log, {})).status).toBe(401);
    expect((await put(log, { authorization: 'Bearer cmb_wrong' })).status).toBe(401);
    expect((await put(log, test.owner)).status).toBe(403);
  });

  it('refuses content that is not what its address says', async () => {
    const response = await put(log, test.runner, digestOf(Buffer.from('something else')));
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toMatch(/digest/);
  });

  it('names the limit to what is too big, said or not', async () => {
    const big = Buffer.alloc(100_001, 1);
    const said = await put(big, test.runner);
    expect(said.status).toBe(400);
    expect(JSON.stringify(await said.json())).toMatch(/100000 bytes/);
    let left = 50;
    const stream = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(big);
        else controller.close();
      },
    });
    const unsaid = await fetch(at(digestOf(big)), {
      method: 'PUT',
      headers: test.runner,
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(unsaid.status).toBe(400);
    expect(JSON.stringify(await unsaid.json())).toMatch(/100000 bytes/);
    expect((await fetch(at(digestOf(big)), { headers: test.runner })).status).toBe(404);
  });

  it('refuses addresses that are no digest', async () => {
    expect((await put(log, test.runner, '..%2f..%2fetc%2fpasswd')).status).toBe(400);
    expect((await put(log, test.runner, 'ABC')).status).toBe(400);
  });
});

describe('GET and HEAD', () => {
  it('gives people and runners what a trial of their workspace links to, and its log on the trial', async () => {
    await put(log, test.runner);
    for (const headers of [test.owner, test.runner]) {
      expect((await fetch(at(digestOf(log)), { headers })).status).toBe(404);
      expect((await fetch(at(digestOf(log)), { method: 'HEAD', headers })).status).toBe(404);
    }

    const spec = { ...lrSearch, budget: { maxTrials: 1, maxParallel: 1 } };
    expect((await test.graphql(createExperiment, { spec })).data.createExperiment.errors).toEqual([]);
    const source = createRemoteTrialSource({ url: test.api.url, token: test.runnerToken });
    const runner = { id: randomUUID(), name: 'r', slots: [] };
    const [claim] = await source.claim(runner, 1, { waitMs: 5_000 });
    if (claim === undefined) throw new Error('no trial');
    await source.finish(claim, {
      kind: 'complete',
      metrics: { val_accuracy: 0.5, val_loss: 1 },
      artifacts: [{ name: 'log', kind: 'log', digest: `sha256:${digestOf(log)}`, bytes: log.byteLength }],
    });

    for (const headers of [test.owner, test.runner]) {
      const response = await fetch(at(digestOf(log)), { headers });
      expect(Buffer.from(await response.arrayBuffer()).equals(log)).toBe(true);
      expect(response.headers.get('content-disposition')).toBe('attachment');
      expect((await fetch(at(digestOf(log)), { method: 'HEAD', headers })).status).toBe(200);
    }
    expect((await fetch(at(digestOf(log)))).status).toBe(401);
    const query = 'query ($id: ID!) { trial(id: $id) { log(lines: 2) artifacts { name url } } }';
    const { data } = await test.graphql(query, { id: claim.trialId });
    expect(data.trial).toEqual({
      log: 'epoch 28\nepoch 29',
      artifacts: [{ name: 'log', url: `/artifacts/${digestOf(log)}` }],
    });
  }, 20_000);
});
