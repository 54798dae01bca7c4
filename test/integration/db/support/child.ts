import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const folder = import.meta.dirname;

/** A Node process that runs one of the programs in this folder on the built packages. */
export function startChild(program: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [path.join(folder, program), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

/** Runs it to its end. @returns what it printed. */
export async function runChild(program: string, args: readonly string[]): Promise<string> {
  const child = startChild(program, args);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${output}`);
  return output;
}
