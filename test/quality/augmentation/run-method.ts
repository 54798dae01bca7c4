import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '@cambium/core';
import * as z from 'zod';

const run = promisify(execFile);
const command = path.resolve(import.meta.dirname, '../../../apps/cli/bin/cambium.js');

export interface MethodRun {
  readonly dataset: string;
  readonly method: string;
  readonly seed: number;
  /** Of a network trained with what was found, on all training images: share of the test images. */
  readonly accuracy: number;
  /** Of the search and that training. */
  readonly seconds: number;
  /** Of the search alone: without the last training. */
  readonly searchSeconds: number;
}

const answer = z.object({
  state: z.string(),
  wallMs: z.number(),
  trials: z.array(
    z.object({ mode: z.string().nullable(), state: z.string(), metrics: z.record(z.string(), z.number()) }),
  ),
});

export interface MethodSetting {
  readonly spec: JsonObject;
  /** Of the last training. */
  readonly finalEpochs: number;
  readonly dataDir: string;
  /** Where specifications and what runs leave behind are kept. */
  readonly folder: string;
}

/** One experiment from its specification to the tested network, as anybody runs it. @throws Error when it fails. */
export async function runMethod(
  what: Pick<MethodRun, 'dataset' | 'method' | 'seed'>,
  { spec, finalEpochs, dataDir, folder }: MethodSetting,
): Promise<MethodRun> {
  const file = path.join(folder, `${what.dataset}-${what.method}-${what.seed}.json`);
  await writeFile(file, JSON.stringify(spec));
  const { stdout } = await run(process.execPath, [command, 'run', file, '--in-process', '--json'], {
    env: { ...process.env, CAMBIUM_DATA_DIR: dataDir },
    maxBuffer: 2 ** 28,
  });
  const { state, wallMs, trials } = answer.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  const final = trials.find(({ mode }) => mode === 'final');
  const accuracy = final?.metrics['test_accuracy'];
  if (state !== 'complete' || accuracy === undefined) throw new Error(`${file} ended as ${state} without a test`);
  const seconds = wallMs / 1000;
  const last = (final?.metrics['epoch_seconds'] ?? 0) * finalEpochs;
  return { ...what, accuracy, seconds, searchSeconds: Math.max(0, seconds - last) };
}
