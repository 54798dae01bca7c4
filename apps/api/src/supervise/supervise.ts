import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { expectedError } from '../graphql/public-error.js';

export interface SuperviseOptions {
  readonly round: () => Promise<unknown>;
  readonly everyMs: number;
  readonly logger: Logger;
}

/**
 * Calls `round` again and again, until stopped. One that fails is logged, once for each outage of the database, and the
 * next one comes all the same. Rounds never overlap.
 */
export function supervise({ round, everyMs, logger }: SuperviseOptions): { stop(): Promise<void> } {
  const stop = new AbortController();
  let isAway = false;

  const guarded = async () => {
    try {
      await round();
      if (isAway) logger.info('the database is back');
      isAway = false;
    } catch (err) {
      const nowAway = expectedError(err)?.code === 'retry';
      if (nowAway && !isAway) logger.warn({ err }, 'the database is away; supervision goes on when it is back');
      if (!nowAway) logger.error({ err }, 'a round of supervision failed');
      isAway = nowAway;
    }
  };
  const loop = async () => {
    while (!stop.signal.aborted) {
      await guarded();
      await sleep(everyMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    async stop() {
      stop.abort();
      await running;
    },
  };
}
