import { readEnv } from '../env.js';
import { startDashboard } from './start-dashboard.js';

/** How long open pages may take to close. */
const graceMs = 3000;

const dashboard = await startDashboard({ ...readEnv(), dev: process.argv.includes('--dev') });
console.log(`Cambium dashboard on ${dashboard.url}`);
process.send?.({ kind: 'ready' });

const stop = () => {
  setTimeout(() => process.exit(0), graceMs).unref();
  void dashboard.close().finally(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
// Under `cambium start`: nobody is left to stop it.
process.once('disconnect', stop);
