import { keyHash } from '@cambium/core';
import { Piscina } from 'piscina';
import type { SearchAnswer, SearchTask } from './search-messages.js';

export interface SearchThreads {
  /** Runs where `key` ran before, unless that thread is busy and another is not. */
  run(key: string, task: SearchTask, signal: AbortSignal): Promise<SearchAnswer>;
  close(): Promise<void>;
}

/** Threads that remember: each is a pool of its own, so that an experiment finds its history where it left it. */
export function createSearchThreads(
  count: number,
  { onDeath }: { readonly onDeath: (cause: unknown) => void },
): SearchThreads {
  const threads = Array.from({ length: count }, () => {
    const pool = new Piscina<SearchTask, SearchAnswer>({
      filename: new URL('./search-worker.js', import.meta.url).href,
      name: 'runSearchJob',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
    });
    // A thread that dies between jobs must not take the server with it: the next job gets a new one.
    pool.on('error', onDeath);
    return { pool, jobs: 0 };
  });
  const threadOf = (key: string) => {
    const own = threads[Number.parseInt(keyHash(key).slice(0, 8), 16) % count];
    if (own === undefined) throw new RangeError('at least one search thread is needed');
    return own.jobs === 0 ? own : (threads.find(({ jobs }) => jobs === 0) ?? own);
  };
  return {
    async run(key, task, signal) {
      const thread = threadOf(key);
      thread.jobs += 1;
      try {
        return await thread.pool.run(task, { signal, transferList: [task.started] });
      } finally {
        thread.jobs -= 1;
      }
    },
    async close() {
      await Promise.all(threads.map(({ pool }) => pool.destroy()));
    },
  };
}
