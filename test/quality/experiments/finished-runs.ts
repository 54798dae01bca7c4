import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Runs of a benchmark in one setting, kept in a file so that a benchmark that was ended goes on where it was. */
export interface FinishedRuns<Run> {
  readonly all: readonly Run[];
  add(run: Run): Promise<void>;
}

/** Those that a file has of this setting, or none. */
export async function openFinishedRuns<Run>(file: string, setting: unknown): Promise<FinishedRuns<Run>> {
  await mkdir(path.dirname(file), { recursive: true });
  const key = JSON.stringify(setting);
  const text = await readFile(file, 'utf8').catch(() => '');
  const all = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly setting: string; readonly run: Run })
    .filter((line) => line.setting === key)
    .map(({ run }) => run);
  return {
    all,
    async add(run) {
      all.push(run);
      await appendFile(file, `${JSON.stringify({ setting: key, run })}\n`);
    },
  };
}
