import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A whole Cambium of a test's own: database, API, dashboard and runner, on free ports, in a temporary folder. */
export interface Platform {
  /** The dashboard's origin. */
  readonly url: string;
  /** Signs in the first browser that opens it. */
  readonly loginUrl: string;
  readonly dataDir: string;
  /** Process ids by name: `database`, `api`, `dashboard`, `runner`. Restarts change them. */
  pids(): Record<string, number>;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** `npm start`, without the demo unless told otherwise. Resolves when it prints its address. */
export async function startPlatform({
  args = [],
  demo = false,
  env = {},
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-platform-')),
}: {
  args?: string[];
  demo?: boolean;
  env?: Record<string, string>;
  dataDir?: string;
} = {}): Promise<Platform> {
  // As root the database runs as another user, who must get at its folder.
  chmodSync(dataDir, 0o755);
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(root, 'apps/cli/bin/cambium.js'), 'start', ...(demo ? [] : ['--no-demo']), ...args],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: '0',
        CAMBIUM_DATA_DIR: dataDir,
        DATABASE_URL: '',
        // `npm test` has built what is tested; a build of the moment would change files under a running platform.
        CAMBIUM_SKIP_BUILD: '1',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const loginUrl = await new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/\S+\/login\?token=\S+/.exec(output);
      if (found !== null) resolve(found[0]);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => reject(new Error(`cambium start ended with exit code ${code}:\n${output}`)));
  });
  return {
    url: new URL(loginUrl).origin,
    loginUrl,
    dataDir,
    pids: () =>
      Object.fromEntries([...output.matchAll(/\[(\w+)\] process (\d+)/g)].map(([, name, pid]) => [name, Number(pid)])),
    output: () => output,
    async stop() {
      if (child.exitCode === null) {
        const exited = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await exited;
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
