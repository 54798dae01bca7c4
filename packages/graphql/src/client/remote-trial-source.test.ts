import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { buildSchema, graphql } from 'graphql';
import { schemaText } from '../generated/schema-text.js';
import { createRemoteTrialSource } from './remote-trial-source.js';

const schema = buildSchema(schemaText);
const claim = { experimentId: 'e', trialId: 't', attemptId: 'a', epoch: 1 };
const runner = { id: 'r', name: 'test', slots: [{ kind: 'cpu', name: 'core 0' }] };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that speaks the real schema and remembers what it was asked. */
async function listen(rootValue: Record<string, unknown>, { broken = 0, port = 0, code = '' } = {}) {
  const seen: { body: { variables: Record<string, unknown[]> }; authorization: string | undefined }[] = [];
  let failures = broken;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    seen.push({ body, authorization: request.headers.authorization });
    if (failures-- > 0) return void response.writeHead(502).end('<html>bad gateway</html>');
    response.setHeader('content-type', 'application/json');
    if (code !== '') return void response.end(JSON.stringify({ errors: [{ message: 'no', extensions: { code } }] }));
    const { query, variables } = body;
    response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables, rootValue })));
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, server };
}

describe('createRemoteTrialSource', () => {
  it('sends reports and heartbeats of several slots as one mutation and gives each its own answer', async () => {
    const { url, seen } = await listen({
      reportTrials: ({ reports }: { reports: { entries: { step: number }[] }[] }) =>
        reports.map(({ entries }) => (entries[0]?.step === 2 ? 'stop' : 'continue')),
      heartbeatTrials: ({ claims }: { claims: { trialId: string }[] }) =>
        claims.map(({ trialId }) => (trialId === 'gone' ? 'cancel' : 'continue')),
    });
    const source = createRemoteTrialSource({ url, token: 'cmb_x' });
    const decisions = await Promise.all([
      source.report(claim, [{ step: 1, metrics: { loss: 1 } }]),
      source.heartbeat({ ...claim, trialId: 'gone' }),
      source.report({ ...claim, trialId: 't2' }, [{ step: 2, metrics: { loss: null } }]),
      source.heartbeat(claim),
    ]);
    expect(decisions).toEqual(['continue', 'cancel', 'stop', 'continue']);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.authorization).toBe('Bearer cmb_x');
  });

  it('delivers an outcome through failing gateways', async () => {
    const { url, seen } = await listen({ finishTrial: () => true }, { broken: 2 });
    const source = createRemoteTrialSource({ url, token: 'cmb_x' });
    expect(await source.finish(claim, { kind: 'complete', metrics: { acc: 0.5 }, artifacts: [] })).toBe(true);
    expect(seen).toHaveLength(3);
  });

  it('keeps a report until a dead server is back', async () => {
    const first = await listen({});
    first.server.close();
    first.server.closeAllConnections();
    const tries: number[] = [];
    const source = createRemoteTrialSource({ url: first.url, token: 't', onRetry: (_error, n) => tries.push(n) });
    const decision = source.report(claim, [{ step: 1, metrics: {} }]);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(tries.length).toBeGreaterThan(0);
    await listen(
      { reportTrials: () => ['continue'], heartbeatTrials: () => [] },
      { port: Number(new URL(first.url).port) },
    );
    expect(await decision).toBe('continue');
  });

  it('gives up on a token that is not known, at once', async () => {
    const { url, seen } = await listen({}, { code: 'UNAUTHENTICATED' });
    const source = createRemoteTrialSource({ url, token: 'cmb_old' });
    await expect(source.claim(runner, 1, { waitMs: 5_000 })).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(seen).toHaveLength(1);
  });

  it('lets go of a waiting claim when it is aborted', async () => {
    const { url } = await listen({ claimTrials: () => new Promise(() => {}) });
    const source = createRemoteTrialSource({ url, token: 'cmb_x' });
    const abort = new AbortController();
    const claims = source.claim(runner, 1, { waitMs: 60_000, signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    expect(await claims).toEqual([]);
  });

  it('has no work while the server is away for the whole wait', async () => {
    const source = createRemoteTrialSource({ url: 'http://127.0.0.1:9', token: 'cmb_x' });
    expect(await source.claim(runner, 1, { waitMs: 100 })).toEqual([]);
  });
});
