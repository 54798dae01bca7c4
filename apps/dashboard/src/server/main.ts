import { readEnv } from '../env.js';
import { startDashboard } from './start-dashboard.js';

const dashboard = await startDashboard({ ...readEnv(), dev: process.argv.includes('--dev') });
console.log(`Cambium dashboard on ${dashboard.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void dashboard.close().then(() => process.exit(0)));
}
