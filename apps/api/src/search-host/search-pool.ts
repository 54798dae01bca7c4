import { availableParallelism } from 'node:os';
import { type AskReply, CambiumError, type Metrics, type SearchHost } from '@cambium/core';
import type { Logger } from 'pino';
import { limitJob } from './job-limits.js';
import { type SearchJob, valueOf } from './search-messages.js';
import { createSearchThreads } from './search-threads.js';

export interface SearchPool extends SearchHost {
  close(): Promise<void>;
}

/**
 * Runs searchers in worker threads, so that a slow algorithm never blocks the server. One that runs for longer than
 * `timeoutMs` is ended with its thread; one that waits for a thread for so long is refused with `retry`.
 */
export function createSearchPool({ timeoutMs, logger }: { timeoutMs: number; logger: Logger }): SearchPool {
  let closed = false;
  // Two at least: one slow searcher does not keep all others waiting.
  const threads = createSearchThreads(Math.max(2, Math.min(4, availableParallelism() - 1)), {
    onDeath: (err) => logger.error({ err }, 'a search thread died'),
  });
  const run = async (experiment: string, job: SearchJob) => {
    const { started, signal, done } = limitJob(timeoutMs);
    try {
      return valueOf(await threads.run(experiment, { job, started }, signal));
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      if (closed) throw new CambiumError('retry', 'the server is stopping', { cause });
      throw cause;
    } finally {
      done();
    }
  };
  return {
    ask: async (request) => (await run(request.historyId, { kind: 'ask', request })) as AskReply,
    inspect: async (problem, params) => (await run(problem.spec.name, { kind: 'inspect', problem, params })) as Metrics,
    async close() {
      closed = true;
      await threads.close();
    },
  };
}
