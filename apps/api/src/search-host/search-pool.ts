import { availableParallelism } from 'node:os';
import { type AskReply, CambiumError, type Metrics, type SearchHost } from '@cambium/core';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { limitJob } from './job-limits.js';
import { type SearchAnswer, type SearchJob, type SearchTask, valueOf } from './search-messages.js';

export interface SearchPool extends SearchHost {
  close(): Promise<void>;
}

/**
 * Runs searchers in worker threads, so that a slow algorithm never blocks the server. One that runs for longer than
 * `timeoutMs` is ended with its thread; one that waits for a thread for so long is refused with `retry`.
 */
export function createSearchPool({ timeoutMs, logger }: { timeoutMs: number; logger: Logger }): SearchPool {
  let closed = false;
  const pool = new Piscina<SearchTask, SearchAnswer>({
    filename: new URL('./search-worker.js', import.meta.url).href,
    name: 'runSearchJob',
    minThreads: 0,
    // Two at least: one slow searcher does not keep all others waiting.
    maxThreads: Math.max(2, Math.min(4, availableParallelism() - 1)),
    idleTimeout: 60_000,
  });
  // A thread that dies between jobs must not take the server with it: the next job gets a new one.
  pool.on('error', (err: unknown) => logger.error({ err }, 'a search thread died'));
  const run = async (job: SearchJob) => {
    const { started, signal, done } = limitJob(timeoutMs);
    try {
      return valueOf(await pool.run({ job, started }, { signal, transferList: [started] }));
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      if (closed) throw new CambiumError('retry', 'the server is stopping', { cause });
      throw cause;
    } finally {
      done();
    }
  };
  return {
    ask: async (request) => (await run({ kind: 'ask', request })) as AskReply,
    inspect: async (problem, params) => (await run({ kind: 'inspect', problem, params })) as Metrics,
    async close() {
      closed = true;
      await pool.destroy();
    },
  };
}
