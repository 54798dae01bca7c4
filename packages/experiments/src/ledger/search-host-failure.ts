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
export function tellingHost(host: SearchHost): Pick<SearchHost, 'ask'> {
  return {
    async ask(request) {
      try {
        return await host.ask(request);
      } catch (cause) {
        if (cause instanceof CambiumError && cause.code !== 'retry') throw cause;
        throw new SearchHostFailure(cause);
      }
    },
  };
}
