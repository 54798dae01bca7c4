import type { Issue } from '@cambium/core';

/** A table that can't be used as it is asked for. Issue paths start at the task's settings. */
export class TableProblem extends Error {
  override readonly name = 'TableProblem';
  readonly issue: Issue;

  constructor(path: Issue['path'], code: string, message: string) {
    super(message);
    this.issue = { path, code, message };
  }
}
