import os from 'node:os';

/** What a number was measured on. */
export function machine() {
  return {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    platform: `${os.platform()} ${os.release()}`,
    // More running processes than cores make every time longer.
    load: os.loadavg()[0] ?? 0,
  };
}
