import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { childFailure } from '../child-failure.js';
import type { BackendAvailability } from '../engine-backend.js';
import { findNativePackage } from './find-package.js';

/** Runs as the child: loads the package and says whether it computes on a GPU. */
const script = `
const tf = require(process.argv[1]);
process.stdout.write(JSON.stringify({ gpu: tf.backend().isUsingGpuDevice === true }));`;

const milliseconds = 120_000;
let probed: Promise<BackendAvailability> | undefined;

/**
 * Loads the native package in a child process, once. In this process that would make it the current backend, and a
 * library that does not fit the machine can end the process that loads it.
 */
export function probeNative(): Promise<BackendAvailability> {
  probed ??= probe();
  return probed;
}

async function probe(): Promise<BackendAvailability> {
  const found = findNativePackage();
  if (found.kind === 'missing') return unavailable(found.reason);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, found.main], {
      timeout: milliseconds,
    });
    const { gpu } = JSON.parse(stdout) as { gpu: boolean };
    return {
      available: true,
      reason: `${found.name} is installed`,
      device: nativeDevice(gpu),
      computesOn: gpu ? 'cuda' : 'cpu',
      automatic: true,
    };
  } catch (error) {
    return unavailable(`${found.name} does not load: ${childFailure(error)}; "npm run setup:native" rebuilds it`);
  }
}

export function nativeDevice(gpu: boolean): string {
  return gpu ? 'TensorFlow on CUDA' : 'TensorFlow on the CPU';
}

function unavailable(reason: string): BackendAvailability {
  return { available: false, reason, device: null, computesOn: 'cpu', automatic: true };
}
