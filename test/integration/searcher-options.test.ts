import { searchers } from '@cambium/search';
import { policySearchOptions, searchMethodOptions } from '@cambium/tasks';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

const readOptions = { ...searchMethodOptions, ...policySearchOptions };

/** Options that the searcher alone reads. */
const ownOptions: Readonly<Record<keyof typeof readOptions, readonly string[]>> = {
  dada: [],
  'faster-autoaugment': [],
  darts: ['none', 'standalone'],
  enas: ['standalone'],
  'one-shot': ['candidates', 'search', 'standalone', 'population', 'parents', 'mutation'],
};

interface Property {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Property[];
}

function propertiesOf(schema: unknown): Readonly<Record<string, Property>> {
  return (z.toJSONSchema(schema as z.ZodType, { io: 'input' }).properties ?? {}) as Record<string, Property>;
}

/** What a value may be, without its range: a task takes what the searcher lets pass. */
function kindOf({ type, enum: values, const: value, anyOf }: Property | undefined = {}): unknown {
  if (anyOf !== undefined) return anyOf.map(kindOf);
  return values ?? value ?? (type === 'integer' ? 'number' : type);
}

describe.each(Object.entries(readOptions))('what a task reads of the options of %s', (name, schema) => {
  const theirs = propertiesOf(searchers.find(name)?.options);
  const read = propertiesOf(schema);

  it('is all that the searcher does not read alone', () => {
    const own = ownOptions[name as keyof typeof ownOptions];
    expect([...Object.keys(read), ...own].sort()).toEqual(Object.keys(theirs).sort());
  });

  it.each(Object.keys(read))('takes every %s that the searcher takes', (option) => {
    expect(kindOf(read[option])).toEqual(kindOf(theirs[option]));
  });

  it('accepts the defaults', () => {
    const defaults = searchers.find(name)?.options.safeParse({});
    expect(schema.safeParse(defaults?.success === true ? defaults.data : undefined).success).toBe(true);
  });
});
