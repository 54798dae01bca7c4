import path from 'node:path';
import { startEmbeddedPostgres } from '@cambium/db';
import { runSql } from '@cambium/db/testing';
import { describe, expect, it } from '@jest/globals';
import { cambium } from '../support/cambium-command.js';
import type { Platform } from '../support/platform.js';
import {
  createExperiment,
  expectWholeLedger,
  readExperiment,
  readTrials,
  signIn,
  until,
} from '../support/search-client.js';
import { usePlatform } from '../support/use-platform.js';
import { longSearch } from './support/long-search.js';

describe('a search whose database is killed', () => {
  const started = usePlatform();

  it('finishes every trial once after kill -9 of the whole server, and of one of its processes', async () => {
    const platform = started();
    const client = await signIn(platform.loginUrl);
    const id = await createExperiment(client, longSearch);
    const ended = () => readExperiment(client, id).then(({ counts }) => counts.complete + counts.pruned);

    await until(ended, (count) => count >= 2);
    const pids = platform.pids();
    process.kill(pids.database as number, 'SIGKILL');
    await until(
      async () => platform.pids().database,
      (pid) => pid !== pids.database,
    );
    await until(ended, (count) => count >= 5);
    await killOneBackend(platform);
    const { state } = await until(
      () => readExperiment(client, id),
      (experiment) => experiment.state === 'complete' || experiment.state === 'failed',
    );

    expect(state).toBe('complete');
    const trials = await readTrials(client, id);
    expectWholeLedger(trials, 12);
    expect(trials.filter((trial) => trial.mode === null && trial.state === 'failed')).toEqual([]);
    expect(trials.filter(({ mode }) => mode === 'final').map((trial) => trial.state)).toEqual(['complete']);
    // Nobody else had to be started again, and the page is served.
    expect({ ...platform.pids(), database: 0 }).toEqual({ ...pids, database: 0 });
    expect((await fetch(new URL('/healthz', platform.url))).status).toBe(200);
    const replay = await cambium(['replay', id], platform);
    expect(replay.json()).toEqual({ suggestions: trials.filter(({ mode }) => mode === null).length, mismatches: [] });
  }, 300_000);
});

/** PostgreSQL then ends all its other processes and recovers. */
async function killOneBackend({ dataDir }: Platform): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
  const backends = `select pid from pg_stat_activity where application_name = 'cambium' limit 1`;
  const [row] = await runSql(server.url('cambium'), backends).finally(() => server.stop());
  process.kill(Number(row?.pid), 'SIGKILL');
}
