import { Alert, List } from '@mantine/core';
import type { ReactElement } from 'react';

/** An expected failure as the server words it. */
export interface FieldIssue {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

/** `space.hp.lr.low`; list indices in brackets. */
export function issuePath(path: readonly string[]): string {
  return path.map((key, i) => (/^\d+$/.test(key) ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}

/** What is wrong with an input, each with its place. Nothing when there is no issue. */
export function ErrorList({
  issues,
  title,
}: {
  readonly issues: readonly FieldIssue[];
  readonly title: string;
}): ReactElement | null {
  if (issues.length === 0) return null;
  return (
    <Alert color="red" variant="outline" title={title} role="alert">
      <List size="sm" spacing={4}>
        {issues.map((issue) => (
          <List.Item key={`${issue.path.join('.')}:${issue.code}:${issue.message}`}>
            {issue.path.length > 0 ? <code>{issuePath(issue.path)}</code> : null}
            {issue.path.length > 0 ? ': ' : null}
            {issue.message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
