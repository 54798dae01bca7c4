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

  it('refuse depth', () => {
    const nested = (n: number): string =>
      n === 0 ? '__typename' : `trials { edges { node { design { architecture { nodes { ${nested(n - 1)} } } } } } }`;
    expect(check(`{ experiment(id: "x") { ${nested(2)} } }`).length).toBeGreaterThan(0);
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
