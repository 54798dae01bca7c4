import { availableParallelism } from 'node:os';
import { type AskReply, CambiumError, type Metrics, type SearchHost } from '@cambium/core';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { type SearchAnswer, type SearchJob, valueOf } from './search-messages.js';

export interface SearchPool extends SearchHost {
  close(): Promise<void>;
}

/**
 * Runs searchers in worker threads, so that a slow algorithm never blocks the server. One that has not answered within
 * `timeoutMs` is ended with its thread.
 */
export function createSearchPool({ timeoutMs, logger }: { timeoutMs: number; logger: Logger }): SearchPool {
  const pool = new Piscina<SearchJob, SearchAnswer>({
    filename: new URL('./search-worker.js', import.meta.url).href,
    name: 'runSearchJob',
    minThreads: 0,
    maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
    idleTimeout: 60_000,
  });
  // A thread that dies between jobs must not take the server with it: the next job gets a new one.
  pool.on('error', (err: unknown) => logger.error({ err }, 'a search thread died'));
  const run = async (job: SearchJob) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return valueOf(await pool.run(job, { signal }));
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new CambiumError('give-up', `the searcher did not answer within ${timeoutMs} ms`, { cause: error });
    }
  };
  return {
    ask: async (request) => (await run({ kind: 'ask', request })) as AskReply,
    inspect: async (problem, params) => (await run({ kind: 'inspect', problem, params })) as Metrics,
    close: () => pool.destroy(),
  };
}
