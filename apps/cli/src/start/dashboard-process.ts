import { fileURLToPath } from 'node:url';
import { type SupervisedProcess, superviseProcess } from './supervised-process.js';

/** The dashboard is a program beside this one, not a library of it: commands that need no pages need not build them. */
const file = fileURLToPath(new URL('../../../dashboard/dist/server/main.js', import.meta.url));

export function startDashboardProcess(options: {
  env: NodeJS.ProcessEnv;
  onLine: (line: string) => void;
}): SupervisedProcess {
  return superviseProcess({ name: 'dashboard', file, args: [], ...options });
}
