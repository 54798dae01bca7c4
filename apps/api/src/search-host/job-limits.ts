import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { CambiumError } from '@cambium/core';

/** How long one job may wait for a thread, and from then on how long it may run. */
export interface JobLimits {
  /** Goes to the thread, which sends a message through it when it begins. */
  readonly started: MessagePort;
  /** Aborted at the end of either time, with the error to throw as its reason. */
  readonly signal: AbortSignal;
  /** To be called when the job has ended. */
  done(): void;
}

/**
 * A searcher is answerable for the time in which it runs (`give-up`), not for the time in which others keep the threads
 * busy (`retry`).
 */
export function limitJob(timeoutMs: number): JobLimits {
  const { port1: ours, port2: started } = new MessageChannel();
  const abort = new AbortController();
  const within = (error: CambiumError) => setTimeout(() => abort.abort(error), timeoutMs);
  const seconds = timeoutMs / 1000;
  let timer = within(new CambiumError('retry', `no search thread was free for ${seconds} s; try again`));
  ours.once('message', () => {
    clearTimeout(timer);
    timer = within(new CambiumError('give-up', `the searcher did not answer within ${seconds} s`));
  });
  return {
    started,
    signal: abort.signal,
    done() {
      clearTimeout(timer);
      ours.close();
    },
  };
}
