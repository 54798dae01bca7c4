import { type Issue, prefixIssues, unknownName } from '@cambium/core';
import { parseWith } from './schema-issues.js';
import { fieldExamples, type SpecFields, specFields } from './spec-fields.js';

const fieldNames = Object.keys(specFields) as (keyof typeof specFields)[];

/** Parses field by field, so that one bad field does not hide what is wrong with the others. */
export function parseFields(input: unknown): { readonly fields: SpecFields; readonly issues: readonly Issue[] } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const message = `it must be an object with ${fieldNames.join(', ')}`;
    return { fields: {}, issues: [{ path: [], code: 'bad-type', message }] };
  }
  const given = input as Readonly<Record<string, unknown>>;
  const issues: Issue[] = Object.keys(given)
    .filter((key) => !(fieldNames as string[]).includes(key))
    .map((key) => ({ path: [key], code: 'unknown-key', message: unknownName('field', key, fieldNames) }));
  const fields: Record<string, unknown> = {};
  for (const name of fieldNames) {
    // A form or a YAML file may say "no pruner" by null.
    const value = given[name] ?? undefined;
    const result = parseWith<unknown>(specFields[name], value);
    if (result.kind === 'parsed') fields[name] = result.data;
    else if (value === undefined) issues.push({ path: [name], code: 'missing', message: missing(name) });
    else issues.push(...prefixIssues([name], result.issues));
  }
  return { fields: fields as SpecFields, issues };
}

function missing(name: keyof typeof specFields): string {
  return `${name} is missing; for example ${name}: ${fieldExamples[name]}`;
}
