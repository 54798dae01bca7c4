import { CambiumError, type CambiumErrorCode, type Experiment, type Issue } from '@cambium/core';

export interface Payload {
  readonly experiment: Experiment | null;
  readonly errors: InputIssue[];
}

export interface InputIssue {
  readonly path: string[];
  readonly code: string;
  readonly message: string;
}

/** What a caller can act on comes as data; the rest (database away, not allowed, a bug) stays an error. */
const expected: ReadonlySet<CambiumErrorCode> = new Set(['fix-input', 'not-found', 'conflict', 'give-up']);

export async function experimentPayload(work: () => Promise<Experiment>): Promise<Payload> {
  try {
    return { experiment: await work(), errors: [] };
  } catch (error) {
    if (!(error instanceof CambiumError) || !expected.has(error.code)) throw error;
    const { code, message, issues } = error;
    return { experiment: null, errors: issues.length > 0 ? inputIssues(issues) : [{ path: [], code, message }] };
  }
}

export function inputIssues(issues: readonly Issue[]): InputIssue[] {
  return issues.map(({ path, code, message }) => ({ path: path.map(String), code, message }));
}
