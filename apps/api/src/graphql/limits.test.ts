import * as client from '@cambium/graphql';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type DocumentNode, parse, print, specifiedRules, validate } from 'graphql';
import { limits, protections } from './limits.js';

const schema = buildSchema(client.schemaText);
const rules = [...specifiedRules, ...protections().validationRules];
const check = (text: string) => {
  try {
    return validate(schema, parse(text, { maxTokens: limits.tokens }), rules).map(({ message }) => message);
  } catch (error) {
    return [(error as Error).message];
  }
};

const documents = Object.entries(client).filter((entry): entry is [string, DocumentNode & (typeof entry)[1]] =>
  entry[0].endsWith('Document'),
);

describe('limits', () => {
  it('knows our own documents', () => expect(documents.length).toBeGreaterThan(5));

  it.each(documents)('let %s through', (_name, document) => {
    expect(check(print(document as DocumentNode))).toEqual([]);
  });

  it('refuse depth, and nothing else of a deep query', () => {
    // The way of the schema that goes to any depth.
    const types = (depth: number): string => (depth === 1 ? 'name' : `ofType { ${types(depth - 1)} }`);
    const query = (depth: number) => `{ __type(name: "Trial") { fields { type { ${types(depth - 3)} } } } }`;
    expect(check(query(limits.depth))).toEqual([]);
    expect(check(query(limits.depth + 1))).toEqual([expect.stringMatching(/depth limit of 10 exceeded, found 11/)]);
    expect(validate(schema, parse(query(limits.depth + 1)), specifiedRules)).toEqual([]);
  });

  it('refuse many root fields, also behind fragments and aliases', () => {
    const many = Array.from({ length: 9 }, (_, i) => `a${i}: viewer { id }`).join(' ');
    expect(check(`{ ${many} }`).join()).toMatch(/9 root fields/);
    expect(check(`{ ...F } fragment F on Query { ${many} }`).join()).toMatch(/9 root fields/);
  });

  it('refuse many aliases', () => {
    const many = Array.from({ length: 20 }, (_, i) => `a${i}: name`).join(' ');
    expect(check(`{ viewer { ${many} } }`).length).toBeGreaterThan(0);
  });

  it('refuse long queries before reading them to the end', () => {
    expect(check(`{ viewer { ${'id '.repeat(5_000)} } }`).join()).toMatch(/token/i);
  });

  it('refuse lists in lists', () => {
    const trials = 'trials(first: 500) { edges { node { id number state } } }';
    expect(check(`{ experiments(first: 500) { edges { node { ${trials} } } } }`).join()).toMatch(/cost/i);
    expect(check(`{ experiments(first: 10) { edges { node { ${trials} } } } }`)).toEqual([]);
  });
});
