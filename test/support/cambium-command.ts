import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface CommandOptions {
  readonly dataDir: string;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The last line of stdout as JSON. */
  json<T>(): T;
}

export interface StartedCommand {
  readonly process: ChildProcess;
  readonly result: Promise<CommandResult>;
}

/** Runs `cambium` as a user would, in a data folder of the test's own. */
export function cambium(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return startCambium(args, options).result;
}

/** The same for a command that is to be interrupted. */
export function startCambium(args: readonly string[], { dataDir, env = {} }: CommandOptions): StartedCommand {
  const child = spawn(process.execPath, [path.join(root, 'apps/cli/bin/cambium.js'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      CAMBIUM_DATA_DIR: dataDir,
      DATABASE_URL: '',
      CAMBIUM_SKIP_BUILD: '1',
      ...env,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const result = new Promise<CommandResult>((resolve) => {
    child.on('close', (code) =>
      resolve({
        code,
        stdout,
        stderr,
        json<T>() {
          try {
            return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
          } catch (cause) {
            throw new Error(`no JSON at the end of the output (exit code ${code}):\n${stdout}\n${stderr}`, { cause });
          }
        },
      }),
    );
  });
  return { process: child, result };
}
