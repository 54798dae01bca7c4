import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ExportFiles } from './export-format.js';

const run = promisify(execFile);

/** Why the machine's python3 can't import a module; undefined when it can. */
export async function pythonLacks(module: string): Promise<string | undefined> {
  try {
    await run('python3', ['-c', `import numpy, ${module}`]);
    return undefined;
  } catch (error) {
    const lastLine = (error as Error).message.trim().split('\n').at(-1);
    return `python3 can't import ${module} here: ${lastLine}`;
  }
}

/** Runs a program in a folder of its own that holds the files, and gives the file that it writes as `result`. */
export async function runPython(program: string, files: ExportFiles, result: string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cambium-python-'));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
    await run('python3', ['-c', program], { cwd: folder });
    return await readFile(path.join(folder, result));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
