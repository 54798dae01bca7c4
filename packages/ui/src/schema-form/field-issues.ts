import type { FieldIssue } from '../values/error-list.js';

/** The issues below `key`, with paths that start there. */
export function issuesUnder(issues: readonly FieldIssue[], ...keys: readonly string[]): FieldIssue[] {
  return issues
    .filter((issue) => keys.every((key, i) => issue.path[i] === key))
    .map((issue) => ({ ...issue, path: issue.path.slice(keys.length) }));
}

/** The text under a field: its own issues, and those of parts that have no field of their own. */
export function issueText(issues: readonly FieldIssue[]): string | undefined {
  return issues.length === 0 ? undefined : issues.map((issue) => issue.message).join(' ');
}
