/** A worker process whose trials do what their script says: what may happen to a real trial, in milliseconds. */
import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { serveTrials } from '@cambium/runner';

const secrets = Object.entries(process.env).filter((variable) => variable.some((text) => text.includes('SECRET')));
const measured = { pid: process.pid, secrets: secrets.length };
const complete = { kind: 'complete', metrics: measured, artifacts: [] };

/** At once, whatever happens next: a pipe's own buffer outlives the process. */
const say = (text) => writeSync(2, `${text}\n`);

const acts = {
  measure: async () => complete,
  noise: async () => {
    say('harmless: allocation failed, trying again with less');
    return complete;
  },
  log: async ({ log }) => {
    log('a line of the log');
    return complete;
  },
  wait: async ({ signal, report }) => {
    await report(1, measured);
    while (!signal.aborted) await delay(10);
    return { kind: 'cancelled' };
  },
  hang: async ({ report }) => {
    await report(1, measured);
    for (;;);
  },
  diverge: async ({ report }) => {
    await report(1, measured);
    return { kind: 'failed', failure: { code: 'diverged', message: 'too fast' }, retry: false, artifacts: [] };
  },
  throw: async ({ report }) => {
    await report(1, measured);
    throw new TypeError('a bug');
  },
  allocate: async ({ report }) => {
    await report(1, measured);
    return new ArrayBuffer(2 ** 52);
  },
  heap: async () => {
    for (const all = []; ; ) all.push(new Array(1000).fill(Math.random()));
  },
  exit: async () => {
    say('the disk is on fire');
    process.exit(3);
  },
  segfault: async () => {
    say('last words');
    process.kill(process.pid, 'SIGSEGV');
    await delay(10_000);
  },
  killed: async () => {
    process.kill(process.pid, 'SIGKILL');
    await delay(10_000);
  },
};

serveTrials({
  get: () => ({ evaluate: (claim, options) => acts[claim.task.settings.script[claim.number]](options) }),
});
