import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { resolvePackage } from '../../tensorflow.js';
import { childFailure } from '../child-failure.js';
import type { BackendAvailability } from '../engine-backend.js';
import { dawnIsInstalled } from './dawn.js';

/** Runs as the child: prints the adapter as JSON. `process.exit`, because Dawn keeps the event loop busy. */
const script = `
const { create, globals } = require(process.argv[1]);
Object.assign(globalThis, globals);
create([]).requestAdapter().then((adapter) => {
  const info = adapter && { ...{ vendor: adapter.info.vendor, architecture: adapter.info.architecture,
    description: adapter.info.description, device: adapter.info.device } };
  process.stdout.write(JSON.stringify(info), () => process.exit(0));
});`;

/** Adapters that compute on the CPU. */
const software = /swiftshader|llvmpipe|lavapipe|basic render/i;

const milliseconds = 20_000;
let probed: Promise<BackendAvailability> | undefined;

/** Asks Dawn for an adapter in a child process, once: a broken graphics driver may abort the process that asks. */
export function probeAdapter(): Promise<BackendAvailability> {
  probed ??= probe();
  return probed;
}

async function probe(): Promise<BackendAvailability> {
  if (!dawnIsInstalled()) return missing('the package "webgpu" (Dawn) is not installed for this platform');
  try {
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['-e', script, resolvePackage('webgpu')], { timeout: milliseconds });
    const info = JSON.parse(stdout) as Record<string, string> | null;
    if (info === null) return missing('no GPU with a Vulkan, Metal or Direct3D 12 driver was found');
    const name = [info['description'], info['device'], info['architecture'], info['vendor']].find(Boolean);
    const device = `WebGPU: ${name ?? 'unnamed adapter'}`;
    if (software.test(JSON.stringify(info))) {
      const reason = 'only an emulated GPU was found: slower than WASM';
      return { available: true, reason, device, computesOn: 'gpu', automatic: false };
    }
    return { available: true, reason: 'Dawn found a GPU', device, computesOn: 'gpu', automatic: true };
  } catch (error) {
    return missing(`asking for a GPU failed: ${childFailure(error)}`);
  }
}

function missing(reason: string): BackendAvailability {
  return { available: false, reason, device: null, computesOn: 'gpu', automatic: true };
}
