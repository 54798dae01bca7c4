import { Readable } from 'node:stream';
import type { Role } from '@cambium/core';
import { schemaText } from '@cambium/graphql';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, it } from '@jest/globals';
import {
  execute,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  subscribe,
} from 'graphql';
import type { Actor, ActorRole } from '../context/actor.js';
import { guardMap } from './guard-map.js';
import { guardSchema } from './guard-schema.js';

const roles: readonly ActorRole[] = ['anonymous', 'viewer', 'member', 'owner', 'runner'];

/** The rules in words, written apart from the map that is tested. */
function mayCall(field: string, role: ActorRole): boolean {
  const [type, name = ''] = field.split('.');
  if (['claimTrials', 'reportTrials', 'heartbeatTrials', 'finishTrial'].includes(name)) return role === 'runner';
  if (role === 'anonymous' || role === 'runner') return false;
  if (['createRunnerToken', 'revokeRunnerToken', 'runnerTokens'].includes(name)) return role === 'owner';
  if (type === 'Mutation' && name !== 'signOut') return role !== 'viewer';
  return true;
}

function actorOf(role: ActorRole): Actor {
  if (role === 'anonymous') return { kind: 'anonymous' };
  if (role === 'runner') return { kind: 'runner', workspaceId: 'w', tokenName: 't' };
  return { kind: 'user', user: { id: 'u', name: 'n', workspaceId: 'w', role: role as Role }, sessionHash: '' };
}

const refusalOf = (role: ActorRole) => (role === 'anonymous' ? 'unauthenticated' : 'forbidden');

/** What a call returns, or the code of what it throws. */
function outcomeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

/** A schema whose every root field says that it was reached. */
function recordingSchema(reached: Set<string>): GraphQLSchema {
  const schema = makeExecutableSchema({ typeDefs: schemaText });
  for (const [name, field] of rootFields(schema)) {
    const reach = () => {
      reached.add(name);
      return null;
    };
    if (name.startsWith('Subscription.'))
      field.subscribe = () => Readable.from([reach()].filter((event) => event !== null));
    else field.resolve = reach;
  }
  return guardSchema(schema, guardMap);
}

function rootFields(schema: GraphQLSchema): [string, GraphQLField<unknown, unknown>][] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field): [string, typeof field] => [
      `${type?.name}.${field.name}`,
      field,
    ]),
  );
}

/** The smallest valid value of an input type, as GraphQL text. */
function smallest(type: GraphQLInputType): string {
  if (isNonNullType(type)) return smallest(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${required.map((field) => `${field.name}: ${smallest(field.type)}`).join(', ')} }`;
  }
  return { Int: '1', Float: '1', Boolean: 'true', JSON: '{}' }[type.name] ?? '"x"';
}

function operationOf(name: string, field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(({ type }) => isNonNullType(type));
  const args = required.map((arg) => `${arg.name}: ${smallest(arg.type)}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  return `${name.split('.')[0]?.toLowerCase()} { ${field.name}${args === '' ? '' : `(${args})`} ${selection} }`;
}

async function call(schema: GraphQLSchema, text: string, actor: Actor): Promise<string[]> {
  const args = { schema, document: parse(text), contextValue: { actor } };
  const result = text.startsWith('subscription') ? await subscribe(args) : await execute(args);
  if (Symbol.asyncIterator in result) {
    await result.next();
    return [];
  }
  return (result.errors ?? []).map(({ originalError }) => String((originalError as { code?: string })?.code));
}

const fields = rootFields(makeExecutableSchema({ typeDefs: schemaText }));

describe('the guard of every root field', () => {
  it('has fields to guard', () => expect(fields.length).toBeGreaterThan(20));

  for (const [name, field] of fields) {
    it.each(roles)(`${name} for a %s`, async (role) => {
      const reached = new Set<string>();
      const codes = await call(recordingSchema(reached), operationOf(name, field), actorOf(role));
      expect(reached.has(name)).toBe(mayCall(name, role));
      expect(codes.filter((code) => code === refusalOf(role))).toHaveLength(mayCall(name, role) ? 0 : 1);
    });
  }
});

const objectFields = Object.values(makeExecutableSchema({ typeDefs: schemaText }).getTypeMap())
  .filter((type) => isObjectType(type))
  .filter((type) => !isIntrospectionType(type) && !['Query', 'Mutation', 'Subscription'].includes(type.name))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })));

describe('the guard of every field below', () => {
  const schema = guardSchema(makeExecutableSchema({ typeDefs: schemaText }), guardMap);
  const mayRead = (type: string, role: ActorRole): boolean => {
    if (role === 'anonymous') return false;
    if (type === 'Claim') return role === 'runner';
    if (type === 'RunnerToken' || type === 'NewRunnerToken') return role === 'owner';
    return role !== 'runner';
  };

  it('has fields to guard', () => expect(objectFields.length).toBeGreaterThan(150));

  for (const role of roles) {
    it.each(objectFields.map(({ type, field }) => [type, field.name]))(`%s.%s for a ${role}`, (typeName, name) => {
      const type = schema.getType(typeName) as GraphQLObjectType<unknown, { actor: Actor }>;
      const { resolve } = type.getFields()[name] as GraphQLField<unknown, { actor: Actor }>;
      const info = { fieldName: name } as GraphQLResolveInfo;
      const read = () => resolve?.({ [name]: 'read' }, {}, { actor: actorOf(role) }, info);
      expect(outcomeOf(read)).toBe(mayRead(typeName, role) ? 'read' : refusalOf(role));
    });
  }
});

describe('the fields below the roots', () => {
  it('take no id: what they reach belongs to what the root has chosen for its caller', () => {
    const steered = objectFields.flatMap(({ type, field }) =>
      field.args
        .filter((arg) => /id$/i.test(arg.name) || getNamedType(arg.type).name === 'ID')
        .map((arg) => `${type}.${field.name}(${arg.name})`),
    );
    expect(steered).toEqual([]);
  });

  it('show no secret but the token that its owner is shown once', () => {
    const secret = /secret|password|token|cookie|session|hash/i;
    const shown = objectFields.filter(({ field }) => secret.test(field.name));
    // An architecture's hash names equal networks.
    expect(shown.map(({ type, field }) => `${type}.${field.name}`).sort()).toEqual([
      'Architecture.hash',
      'NewRunnerToken.token',
    ]);
  });
});

describe('guardSchema', () => {
  const schema = () => makeExecutableSchema({ typeDefs: 'type Query { open: Int, forgotten: Int }' });

  it('does not start with a type that nobody thought of', () => {
    const typeDefs = 'type Query { open: Known } type Known { deep: Forgotten } type Forgotten { secret: Int }';
    const guards = { 'Query.open': ['owner'], Known: ['owner'] } as const;
    expect(() => guardSchema(makeExecutableSchema({ typeDefs }), guards)).toThrow(/Forgotten/);
  });

  it('does not start with a field that nobody thought of', () => {
    expect(() => guardSchema(schema(), { 'Query.open': ['owner'] })).toThrow(/Query\.forgotten/);
  });

  it('does not start with a rule for a field that is gone', () => {
    const guards = { 'Query.open': [], 'Query.forgotten': [], 'Query.removed': [] };
    expect(() => guardSchema(schema(), guards)).toThrow(/Query\.removed/);
  });
});
