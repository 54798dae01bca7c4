import { type Issue, type Schema, unknownName } from '@cambium/core';

type Failure = Extract<ReturnType<Schema<unknown>['safeParse']>, { success: false }>;
type SchemaIssue = Failure['error']['issues'][number];

/** Codes of zod and what they are called in ours. Everything else is a `bad-value`. */
const codes: Readonly<Record<string, string>> = {
  invalid_type: 'bad-type',
  too_small: 'bad-range',
  too_big: 'bad-range',
  not_multiple_of: 'bad-range',
};

/** The data, completed with defaults, or what is wrong with it. Issue paths start at the input. */
export function parseWith<T>(
  schema: Schema<T>,
  input: unknown,
): { readonly kind: 'parsed'; readonly data: T } | { readonly kind: 'refused'; readonly issues: readonly Issue[] } {
  const result = schema.safeParse(input);
  if (result.success) return { kind: 'parsed', data: result.data };
  return { kind: 'refused', issues: result.error.issues.flatMap((issue) => toIssues(issue, knownKeys(schema))) };
}

function toIssues(issue: SchemaIssue, known: readonly string[]): Issue[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys' && 'keys' in issue && Array.isArray(issue.keys)) {
    // The schema of an inner object is out of reach here: its own message must do.
    const message = (key: string) =>
      path.length === 0 && known.length > 0 ? unknownName('key', key, known) : issue.message;
    return issue.keys.map((key) => ({
      path: [...path, String(key)],
      code: 'unknown-key',
      message: message(String(key)),
    }));
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    const expected = 'expected' in issue ? String(issue.expected) : 'value';
    return [{ path, code: 'missing', message: `it is missing; give a value of type ${expected}` }];
  }
  return [{ path, code: customCode(issue) ?? codes[String(issue.code)] ?? 'bad-value', message: issue.message }];
}

/** A refinement may name its code as `params: { code }`. */
function customCode(issue: SchemaIssue): string | undefined {
  if (!('params' in issue) || typeof issue.params !== 'object' || issue.params === null) return undefined;
  return 'code' in issue.params ? String(issue.params.code) : undefined;
}

function knownKeys(schema: Schema<unknown>): readonly string[] {
  return 'shape' in schema && typeof schema.shape === 'object' && schema.shape !== null
    ? Object.keys(schema.shape)
    : [];
}
