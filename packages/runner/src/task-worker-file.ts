import { existsSync } from 'node:fs';
import path from 'node:path';

/** The compiled worker of the registered tasks, also when this file runs from its source. */
export function taskWorkerFile(): string {
  const beside = path.join(import.meta.dirname, 'worker-main.js');
  return existsSync(beside) ? beside : path.resolve(import.meta.dirname, '../dist/worker-main.js');
}
