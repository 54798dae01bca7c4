import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@cambium/db';
import { runSql } from '@cambium/db/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cambium, type StartedCommand, startCambium } from '../../support/cambium-command.js';
import { digitsSearch, until } from '../../support/search-client.js';

interface Result {
  readonly state: string;
  readonly trials: readonly { readonly number: number; readonly state: string; readonly mode: string | null }[];
}

/** With 8 epochs a trial is caught in the middle; with one it is over in a moment. */
const search = (name: string, epochs: number) =>
  digitsSearch({
    name,
    task: { name: 'image-classification', settings: { dataset: 'digits', epochs, finalEpochs: 1 } },
    budget: { maxTrials: 2, maxParallel: 2 },
  });

describe('cambium run, interrupted', () => {
  let dataDir = '';
  const specFile = (name: string, epochs: number) => {
    const file = path.join(dataDir, `${name}.json`);
    writeFileSync(file, JSON.stringify(search(name, epochs)));
    return file;
  };
  const databaseRuns = () => existsSync(path.join(dataDir, 'postgres', 'pg18', 'postmaster.pid'));
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-interrupt-'));
    // As root the database runs as another user, who must get at its folder.
    chmodSync(dataDir, 0o755);
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Asked in the command's own database. */
  async function experiments(sql: string): Promise<readonly Record<string, unknown>[]> {
    const server = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
    return runSql(server.url('cambium'), sql).finally(() => server.stop());
  }
  const untilTrialRuns = () =>
    until(
      () => experiments(`select id from trials where state = 'running'`),
      (rows) => rows.length > 0,
    );
  async function send(command: StartedCommand, signal: NodeJS.Signals) {
    command.process.kill(signal);
    return command.result;
  }

  it('pauses at Ctrl-C, stops what it started, and goes on with `cambium resume`', async () => {
    const command = startCambium(['run', specFile('first', 8)], { dataDir });
    await untilTrialRuns();
    const interrupted = await send(command, 'SIGINT');
    expect(interrupted.code).toBe(130);
    expect(interrupted.json<Result>().state).toBe('paused');
    const id = /npx cambium resume (\S+)/.exec(interrupted.stderr)?.[1] ?? '';
    expect(databaseRuns()).toBe(false);

    // The next run has the machine for itself.
    const next = await cambium(['run', specFile('second', 1)], { dataDir });
    expect([next.code, next.stderr]).toEqual([0, '']);
    expect(await experiments(`select state from experiments where id = '${id}'`)).toEqual([{ state: 'paused' }]);

    const resumed = await cambium(['resume', id], { dataDir });
    expect([resumed.code, resumed.stderr]).toEqual([0, '']);
    const { state, trials } = resumed.json<Result>();
    expect(state).toBe('complete');
    expect(trials.map(({ number }) => number)).toEqual([0, 1, 2]);
    expect(trials.filter((trial) => trial.state === 'failed')).toEqual([]);

    const again = await cambium(['resume', id], { dataDir });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is complete')]);
    expect(databaseRuns()).toBe(false);
  }, 240_000);

  it('stays running after kill -9; the next run says so and leaves it, and `cambium resume` goes on with it', async () => {
    const command = startCambium(['run', specFile('killed', 8)], { dataDir });
    await untilTrialRuns();
    await send(command, 'SIGKILL');
    const [row] = await experiments('select id, state from experiments');
    expect(row?.state).toBe('running');
    const attempts = () => experiments(`select id from attempts where experiment_id = '${row?.id}' order by id`);
    const before = await attempts();

    const next = await cambium(['run', specFile('next', 1)], { dataDir });
    expect([next.code, next.stderr]).toEqual([0, expect.stringContaining(`“killed”: npx cambium resume ${row?.id}`)]);
    expect(next.json<Result>().trials.filter(({ mode }) => mode === null)).toHaveLength(2);
    // It has the machine for itself: nobody asked for the other's trials.
    expect(await attempts()).toEqual(before);

    const resumed = await cambium(['resume', String(row?.id)], { dataDir });
    expect([resumed.code, resumed.json<Result>().state]).toEqual([0, 'complete']);
    expect(databaseRuns()).toBe(false);
  }, 240_000);

  it('stops at SIGTERM in one process, and gives what was found', async () => {
    const file = path.join(dataDir, 'endless.json');
    const endless = { ...search('endless', 1), budget: { maxTrials: 1000, maxParallel: 1 } };
    writeFileSync(file, JSON.stringify(endless));
    const command = startCambium(['run', file, '--in-process'], { dataDir });
    // Long enough to be in the middle; what it has found by then depends on the machine.
    setTimeout(() => command.process.kill('SIGTERM'), 8000);
    const { code, json, stderr } = await command.result;
    expect([code, stderr]).toEqual([143, expect.stringContaining('Stopping')]);
    const { state, trials } = json<Result>();
    expect(state).toBe('stopped');
    expect(trials.filter((trial) => trial.state === 'running' || trial.state === 'waiting')).toEqual([]);
  }, 60_000);
});
