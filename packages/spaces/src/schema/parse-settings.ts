import type { Issue, Schema } from '@cambium/core';

type Failure = Extract<ReturnType<Schema<unknown>['safeParse']>, { success: false }>;
type SchemaIssue = Failure['error']['issues'][number];

/** Parses settings and turns what a schema found into issues. Paths start at the settings. */
export function parseSettings<T>(
  schema: Schema<T>,
  input: unknown,
): { readonly kind: 'parsed'; readonly settings: T } | { readonly kind: 'refused'; readonly issues: Issue[] } {
  const result = schema.safeParse(input);
  if (result.success) return { kind: 'parsed', settings: result.data };
  return { kind: 'refused', issues: result.error.issues.flatMap(toIssues) };
}

function toIssues(issue: SchemaIssue): Issue[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys' && 'keys' in issue && Array.isArray(issue.keys)) {
    return issue.keys.map((key) => ({ path: [...path, String(key)], code: 'unknown-setting', message: issue.message }));
  }
  return [{ path, code: stableCode(issue), message: issue.message }];
}

/** A refinement names its own code; what the schema itself refuses is `bad-setting`. */
function stableCode(issue: SchemaIssue): string {
  if (!('params' in issue) || typeof issue.params !== 'object' || issue.params === null) return 'bad-setting';
  return 'code' in issue.params ? String(issue.params.code) : 'bad-setting';
}
