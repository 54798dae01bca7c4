import { CambiumError, type SearchHost } from '@cambium/core';

/** The search host failed, not the searcher: its thread died, or is taken. The transaction is undone; try again. */
export class SearchHostFailure extends CambiumError {
  /** True when nothing broke and the host only had no time. */
  readonly busy: boolean;

  constructor(cause: unknown) {
    const busy = cause instanceof CambiumError && cause.code === 'retry';
    const reason = cause instanceof Error ? cause.message : String(cause);
    super('retry', busy ? reason : `the searcher could not be asked: ${reason}`, { cause });
    this.busy = busy;
  }
}

/** The host whose own failures can be told from a searcher's and the store's. */
export function tellingHost(host: SearchHost): SearchHost {
  return {
    ask: (request) => telling(() => host.ask(request)),
    inspect: (problem, params) => telling(() => host.inspect(problem, params)),
  };
}

async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof CambiumError && cause.code !== 'retry') throw cause;
    throw new SearchHostFailure(cause);
  }
}
