import { CambiumError } from '@cambium/core';

export interface AnswerSize {
  /** Rows of the list that ask for it. */
  readonly owners: number;
  /** What each of them asks for. */
  readonly each: number;
  readonly most: number;
}

/** @throws CambiumError `fix-input` when a list asks for more of something than one answer should hold. */
export function checkAnswerSize(what: string, { owners, each, most }: AnswerSize): void {
  if (owners * each <= most) return;
  throw new CambiumError('fix-input', `${what}: ${owners} times ${each} are more than ${most}; ask for fewer`);
}
