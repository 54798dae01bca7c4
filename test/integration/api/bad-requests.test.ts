import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connectLive } from './support/live.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
}, 60_000);
afterAll(() => test.stop());
afterEach(async () => {
  // Whatever was sent, the next request is served.
  expect((await test.graphql('{ viewer { name } }')).data.viewer.name).toBe('Owner');
});

const depth = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${depth(levels - 1)} }`);
const deepQuery = `{ __type(name: "Trial") { fields { type { ${depth(9)} } } } }`;

/** Sends a body as it is, as somebody who is signed in. */
async function send(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${test.api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...test.owner, ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('a query that is wrong is answered with what is wrong', () => {
  it.each([
    ['that does not parse', '{ viewer {', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    ['with an unknown field', '{ viewer { password } }', 'GRAPHQL_VALIDATION_FAILED', /Cannot query field "password"/],
    ['with a wrong argument', '{ trial(id: 7.5) { id } }', 'GRAPHQL_VALIDATION_FAILED', /ID cannot represent/],
    ['that is too deep', deepQuery, 'GRAPHQL_VALIDATION_FAILED', /depth limit of 10/],
    ['that is too long', `{ viewer { ${'id '.repeat(5_000)} } }`, 'GRAPHQL_PARSE_FAILED', /token/i],
  ])('%s', async (_what, query, code, message) => {
    const { status, data, errors } = await test.graphql(query);
    expect({ status, data: data ?? null, code: errors[0]?.extensions.code }).toEqual({ status: 400, data: null, code });
    expect(errors[0]?.message).toMatch(message);
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|stacktrace|Did you mean/);
  });

  it('over the WebSocket too, which stays open', async () => {
    const live = connectLive(test.api.url, test.owner);
    const changes = live.subscribe('subscription { experimentChanged { id } }');
    // It listens from here on.
    await changes.next();
    const next = changes.next();
    const aliases = Array.from({ length: 20 }, (_, i) => `a${i}: id`).join(' ');
    for (const [query, message] of [
      ['subscription {', /Syntax Error/],
      [`subscription { experimentChanged { ${aliases} } }`, /aliases limit/i],
      [`subscription { experimentChanged { ${'id '.repeat(5_000)} } }`, /token/],
    ] as const) {
      await expect(live.subscribe(query).next()).rejects.toMatchObject([{ message: expect.stringMatching(message) }]);
    }
    const still = await Promise.race([next, new Promise((resolve) => setTimeout(() => resolve('open'), 200))]);
    expect(still).toBe('open');
    live.close();
  });
});

describe('a body that is wrong is answered with a public error', () => {
  const refused = (message: RegExp) => ({
    error: { code: 'BAD_USER_INPUT', message: expect.stringMatching(message) },
  });

  it.each(['{"query": ', 'query=1', '\u0000'])('when it is no JSON: %j', async (body) => {
    expect(await send(body)).toEqual({ status: 400, body: refused(/can not be read as JSON/) });
  });

  it('when it has more than a megabyte', async () => {
    const body = JSON.stringify({ query: '{ viewer { name } }', variables: { padding: 'x'.repeat(1_000_000) } });
    expect(await send(body)).toEqual({ status: 413, body: refused(/too large/) });
  });

  it('when it holds no query', async () => {
    for (const body of ['{}', '{"query": 7}', '[]', '{"variables": {}}']) {
      const answer = await send(body);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } });
    }
  });
});
