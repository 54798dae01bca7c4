import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '@cambium/core';
import * as z from 'zod';

const run = promisify(execFile);
const command = path.resolve(import.meta.dirname, '../../../apps/cli/bin/cambium.js');

const answer = z.object({
  state: z.string(),
  wallMs: z.number(),
  best: z.array(z.object({ number: z.int(), values: z.array(z.number()).nullable() })),
  trials: z.array(
    z.object({ mode: z.string().nullable(), state: z.string(), metrics: z.record(z.string(), z.number()) }),
  ),
});

/** What `cambium run` says of a whole experiment. */
export type ExperimentRun = z.infer<typeof answer>;

export interface RunSetting {
  /** Of its specification, which is kept in the folder. */
  readonly name: string;
  /** Where specifications and data are kept. */
  readonly folder: string;
}

/** One experiment from its specification to its end, as anybody runs it. @throws Error when it fails. */
export async function runExperiment(spec: JsonObject, { name, folder }: RunSetting): Promise<ExperimentRun> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(spec));
  const { stdout } = await run(process.execPath, [command, 'run', file, '--in-process', '--json'], {
    env: { ...process.env, CAMBIUM_DATA_DIR: path.join(folder, 'data') },
    maxBuffer: 2 ** 28,
  });
  const result = answer.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (result.state !== 'complete') throw new Error(`${file} ended as ${result.state}`);
  return result;
}

/** Accuracy of the retrained winner on the test images. @throws Error without one. */
export function testAccuracy({ trials }: ExperimentRun): number {
  const accuracy = trials.find(({ mode }) => mode === 'final')?.metrics['test_accuracy'];
  if (accuracy === undefined) throw new Error('no winner was retrained and tested');
  return accuracy;
}
