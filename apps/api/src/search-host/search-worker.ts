import { CambiumError } from '@cambium/core';
import { createInProcessSearchHost } from '@cambium/experiments';
import { pruners, searchers } from '@cambium/search';
import { tasks } from '@cambium/tasks/manifests';
import type { SearchAnswer, SearchTask } from './search-messages.js';

const host = createInProcessSearchHost({ searchers, pruners, tasks });

/** Runs in a worker thread of the pool: one ask or inspection at a time. */
export async function runSearchJob({ job, started }: SearchTask): Promise<SearchAnswer> {
  // A port of this process: it has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  started.postMessage('started');
  try {
    const value = job.kind === 'ask' ? await host.ask(job.request) : await host.inspect(job.problem, job.params);
    return { kind: 'done', value };
  } catch (error) {
    if (!(error instanceof CambiumError)) throw error;
    return { kind: 'refused', code: error.code, message: error.message, issues: error.issues };
  }
}
