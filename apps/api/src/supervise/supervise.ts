import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { expectedError } from '../graphql/public-error.js';

export interface SuperviseOptions {
  /** Once, before the first round; repeated until it succeeds. */
  readonly recover: () => Promise<unknown>;
  /** Each round. */
  readonly expireLeases: () => Promise<unknown>;
  readonly everyMs: number;
  readonly logger: Logger;
}

/**
 * Finds dead runners by the server's clock alone, with no runner's help. A round that fails is logged, once for each
 * outage of the database, and the next one comes all the same. Rounds never overlap.
 */
export function supervise({ recover, expireLeases, everyMs, logger }: SuperviseOptions): { stop(): Promise<void> } {
  const stop = new AbortController();
  let isAway = false;
  let recovered = false;

  const round = async () => {
    try {
      if (!recovered) await recover();
      recovered = true;
      await expireLeases();
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
      await round();
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
