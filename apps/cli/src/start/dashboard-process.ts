import { fileURLToPath } from 'node:url';
import { type SupervisedProcess, superviseProcess } from './supervised-process.js';

/** The dashboard is a program beside this one, not a library of it: commands that need no pages need not build them. */
const file = fileURLToPath(new URL('../../../dashboard/dist/server/main.js', import.meta.url));

export interface DashboardProcess {
  readonly dashboard: SupervisedProcess;
  /** Resolves when it listens for the first time. */
  readonly ready: Promise<unknown>;
}

export function startDashboardProcess(options: {
  env: NodeJS.ProcessEnv;
  onLine: (line: string) => void;
}): DashboardProcess {
  let listening = (_message: unknown) => {};
  const ready = new Promise((resolve) => {
    listening = resolve;
  });
  const dashboard = superviseProcess({
    name: 'dashboard',
    file,
    args: [],
    ...options,
    onMessage: (message) => listening(message),
  });
  return { dashboard, ready };
}
