import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { type CommandResult, cambium } from './cambium-command.js';

/** A trial as `cambium run --json` prints it. */
export interface RunTrial {
  readonly number: number;
  readonly state: string;
  readonly mode: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly values: number[] | null;
  readonly metrics: Readonly<Record<string, number>>;
}

/** What `cambium run --json` prints, as far as tests of single searches ask. */
export interface RunResult {
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly best: readonly Pick<RunTrial, 'number' | 'values' | 'params' | 'metrics'>[];
  readonly trials: readonly RunTrial[];
}

export interface Runs {
  readonly dataDir: string;
  /** `cambium run --json` of a specification. */
  run(spec: object, ...args: string[]): Promise<CommandResult>;
}

/** Runs of searches, in a data folder that the tests of a `describe` have to themselves. */
export function useRuns(): () => Runs {
  let dataDir = '';
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-runs-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  return () => ({
    dataDir,
    run(spec, ...args) {
      const file = path.join(dataDir, 'spec.json');
      writeFileSync(file, JSON.stringify(spec));
      return cambium(['run', file, '--json', ...args], { dataDir });
    },
  });
}
