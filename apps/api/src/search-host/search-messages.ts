import type { MessagePort } from 'node:worker_threads';
import type { Metrics, Params, SearchProblem } from '@cambium/core';
import { type AskReply, type AskRequest, CambiumError, type CambiumErrorCode, type Issue } from '@cambium/core';

/** What goes to a search thread. */
export interface SearchTask {
  readonly job: SearchJob;
  /** The thread sends a message through it when it begins. */
  readonly started: MessagePort;
}

export type SearchJob =
  | { readonly kind: 'ask'; readonly request: AskRequest }
  | { readonly kind: 'inspect'; readonly problem: SearchProblem; readonly params: Params };

/** What comes back. Errors lose their class and fields between threads, so expected ones travel as data. */
export type SearchAnswer =
  | { readonly kind: 'done'; readonly value: AskReply | Metrics }
  | {
      readonly kind: 'refused';
      readonly code: CambiumErrorCode;
      readonly message: string;
      readonly issues: readonly Issue[];
    };

/** @throws CambiumError as the thread threw it. */
export function valueOf(answer: SearchAnswer): AskReply | Metrics {
  if (answer.kind === 'done') return answer.value;
  throw new CambiumError(answer.code, answer.message, { issues: answer.issues });
}
