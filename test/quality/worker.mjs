/** A worker thread of the benchmark: it can read TypeScript, which a thread does not learn from its parent. */
import { register } from 'tsx/esm/api';

register();
await import('./work.ts');
