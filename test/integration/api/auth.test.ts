import { schemaText } from '@cambium/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { WebSocket } from 'ws';
import { connectLive } from './support/live.js';
import { signIn } from './support/sign-in.js';
import { post, startTestApi, type TestApi } from './support/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
}, 60_000);
afterAll(() => test.stop());

const viewer = '{ viewer { name role } }';
const runnerFields = ['claimTrials', 'reportTrials', 'heartbeatTrials', 'finishTrial'];

describe('sign-in', () => {
  it('works once per link, and a used link says how to get a new one', async () => {
    const link = await test.api.createLoginLink();
    const first = await fetch(link, { redirect: 'manual' });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/');
    const setCookie = first.headers.get('set-cookie') ?? '';
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Lax/);
    const answer = await test.graphql(viewer, {}, { cookie: setCookie.split(';')[0] ?? '' });
    expect(answer.data.viewer.role).toBe('owner');

    const second = await fetch(link, { redirect: 'manual' });
    expect(second.status).toBe(410);
    expect(second.headers.get('set-cookie')).toBeNull();
    const page = await second.text();
    expect(page).toMatch(/no longer works/);
    expect(page).toMatch(/cambium login-link/);
  });

  it('refuses links that never existed', async () => {
    expect((await fetch(`${test.api.url}/login?token=made-up`)).status).toBe(410);
    expect((await fetch(`${test.api.url}/login`)).status).toBe(410);
  });

  it('ends with signOut', async () => {
    const cookie = await signIn(await test.api.createLoginLink());
    expect((await test.graphql('mutation { signOut }', {}, { cookie })).data.signOut).toBe(true);
    const after = await test.graphql(viewer, {}, { cookie });
    expect(after.status).toBe(401);
    expect(after.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('refuses links and sessions that are too old', async () => {
    let now = Date.now();
    const aged = await startTestApi({ clock: { now: () => now }, loginLinkMs: 60_000, sessionMs: 3_600_000 });
    try {
      expect((await aged.graphql(viewer)).status).toBe(200);
      const link = await aged.api.createLoginLink();
      now += 61_000;
      expect((await fetch(link, { redirect: 'manual' })).status).toBe(410);
      now += 3_600_000;
      expect((await aged.graphql(viewer)).status).toBe(401);
    } finally {
      await aged.stop();
    }
  }, 60_000);
});

describe('a runner token', () => {
  it('of a runner that the server’s own program started ends when it is not used; one that a person made does not', async () => {
    let now = Date.now();
    const aged = await startTestApi({ clock: { now: () => now }, ownTokenIdleMs: 60_000, sessionMs: 600_000 });
    try {
      const create = 'mutation { createRunnerToken(name: "gpu box") { token } }';
      const { token } = (await aged.graphql(create)).data.createRunnerToken;
      const beat = async (bearer: string) => {
        const credentials = { authorization: `Bearer ${bearer}` };
        return (await aged.graphql('mutation { heartbeatTrials(claims: []) }', {}, credentials)).status;
      };
      for (let i = 0; i < 3; i++) {
        now += 50_000;
        expect(await beat(aged.runnerToken)).toBe(200);
      }
      now += 60_000;
      expect(await beat(aged.runnerToken)).toBe(401);
      expect(await beat(token)).toBe(200);
    } finally {
      await aged.stop();
    }
  }, 60_000);
});

describe('a runner token that is revoked', () => {
  it('is refused from then on', async () => {
    const { data } = await test.graphql('mutation { createRunnerToken(name: " gpu box ") { id name token } }');
    const { id, name, token } = data.createRunnerToken;
    expect(name).toBe('gpu box');
    const credentials = { authorization: `Bearer ${token}` };
    const beat = async () => (await test.graphql('mutation { heartbeatTrials(claims: []) }', {}, credentials)).status;
    expect(await beat()).toBe(200);
    const list = async () => (await test.graphql('{ runnerTokens { id name lastUsedAt } }')).data.runnerTokens;
    expect(await list()).toEqual([{ id, name, lastUsedAt: expect.any(String) }]);
    const revoke = 'mutation ($id: ID!) { revokeRunnerToken(id: $id) }';
    expect((await test.graphql(revoke, { id })).data.revokeRunnerToken).toBe(true);
    expect((await test.graphql(revoke, { id: 'x' })).data.revokeRunnerToken).toBe(false);
    expect([await beat(), await list()]).toEqual([401, []]);
  });
});

/** One smallest operation for every root field of the schema. */
const operations = (() => {
  const schema = buildSchema(schemaText);
  const smallest = (type: GraphQLInputType): string => {
    if (isNonNullType(type)) return smallest(type.ofType);
    if (isListType(type)) return '[]';
    if (isInputObjectType(type)) {
      const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
      return `{ ${required.map((field) => `${field.name}: ${smallest(field.type)}`).join(', ')} }`;
    }
    return { Int: '1', Float: '1', Boolean: 'true', JSON: '{}' }[type.name] ?? '"x"';
  };
  const operation = (kind: string, field: GraphQLField<unknown, unknown>) => {
    const required = field.args.filter(({ type }) => isNonNullType(type));
    const args = required.map((arg) => `${arg.name}: ${smallest(arg.type)}`).join(', ');
    const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
    return `${kind} { ${field.name}${args === '' ? '' : `(${args})`} ${selection} }`;
  };
  const of = (kind: string, fields: Record<string, GraphQLField<unknown, unknown>> = {}) =>
    Object.values(fields).map((field) => ({ name: field.name, text: operation(kind, field) }));
  return [...of('query', schema.getQueryType()?.getFields()), ...of('mutation', schema.getMutationType()?.getFields())];
})();

describe('every query and mutation', () => {
  it('is there', () => expect(operations.length).toBeGreaterThan(18));

  it.each(operations)('$name is closed to strangers', async ({ text }) => {
    for (const credentials of [{}, { authorization: 'Bearer cmb_wrong' }, { cookie: 'cambium_session=wrong' }]) {
      const { status, data, errors } = await test.graphql(text, {}, credentials);
      expect({ status, data, code: errors[0]?.extensions.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    }
  });

  it.each(operations.filter(({ name }) => !runnerFields.includes(name)))(
    '$name is closed to runners',
    async ({ text }) => {
      const { errors } = await test.graphql(text, {}, test.runner);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    },
  );

  it.each(operations.filter(({ name }) => runnerFields.includes(name)))(
    '$name is closed to people',
    async ({ text }) => {
      const { errors } = await test.graphql(text);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    },
  );
});

describe('the schema', () => {
  const introspection = '{ schema: __schema { queryType { name } } }';

  it('can be asked for by whoever is signed in, and by nobody else', async () => {
    expect((await test.graphql(introspection)).data.schema.queryType.name).toBe('Query');
    expect((await test.graphql(introspection, {}, {})).status).toBe(401);
  });

  it('is not given away by suggestions to strangers', async () => {
    const { status, errors } = await test.graphql('{ viewr { id } }', {}, {});
    expect(status).toBe(401);
    expect(errors[0]?.message).not.toMatch(/viewer/);
  });

  it('can not be used by a form of another site', async () => {
    const response = await fetch(`${test.api.url}/graphql`, {
      method: 'POST',
      headers: { ...test.owner, 'content-type': 'text/plain' },
      body: JSON.stringify({ query: 'mutation { signOut }' }),
    });
    expect(response.status).toBe(400);
    expect((await test.graphql(viewer)).status).toBe(200);
    const get = await fetch(`${test.api.url}/graphql?query=${encodeURIComponent(viewer)}`, { headers: test.owner });
    expect(get.status).toBe(400);
  });

  it('does not take batches', async () => {
    const { status } = await post(test.api.url, [{ query: viewer }, { query: viewer }], test.owner);
    expect(status).toBe(400);
  });
});

describe('the WebSocket', () => {
  const changed = 'subscription { experimentChanged { id } }';

  it('closes on strangers and runners', async () => {
    for (const headers of [{}, { cookie: 'cambium_session=wrong' }, test.runner]) {
      const live = connectLive(test.api.url, headers);
      await expect(live.subscribe(changed).next()).rejects.toMatchObject({ code: 4403 });
    }
  });

  it('does not open for a page of another site, whatever its cookie', async () => {
    const connect = (origin: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${test.api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
          headers: test.owner,
          origin,
        });
        socket.once('open', () => {
          socket.close();
          resolve('open');
        });
        socket.once('error', ({ message }) => resolve(message));
      });
    expect(await connect('http://evil.example')).toMatch(/401|403/);
    expect(await connect(test.api.url)).toBe('open');
  });

  it('serves subscriptions only', async () => {
    const live = connectLive(test.api.url, test.owner);
    const answer = live.subscribe(viewer).next();
    await expect(answer).rejects.toMatchObject([{ message: expect.stringMatching(/only subscriptions/) }]);
    live.close();
  });
});

describe('/healthz', () => {
  it('is open and tells nothing but health', async () => {
    const response = await fetch(`${test.api.url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', database: 'up' });
  });
});

it('answers unknown addresses with 404 as JSON', async () => {
  const response = await fetch(`${test.api.url}/admin`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
