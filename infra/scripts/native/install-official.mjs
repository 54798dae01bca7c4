import path from 'node:path';
import { runCommand } from './run-command.mjs';

/** The package's own install script: downloads libtensorflow and a compiled binding. */
export async function installOfficial({ folder, gpu, root }) {
  // The script calls node-pre-gyp by name, which npm would have put on the path.
  const search = [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter);
  const script = ['scripts/install.js', ...(gpu ? ['gpu', 'download'] : [])];
  await runCommand(process.execPath, script, { cwd: folder, env: { ...process.env, PATH: search }, minutes: 15 });
}
