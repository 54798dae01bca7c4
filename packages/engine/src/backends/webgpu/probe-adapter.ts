import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { resolvePackage } from '../../tensorflow.js';
import { childFailure } from '../child-failure.js';
import type { BackendAvailability } from '../engine-backend.js';
import { type AdapterInfo, adapterAvailability } from './adapter-availability.js';
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

/** Without the loader Dawn sees no Vulkan driver, though it be there: a bare server often lacks it. */
const noAdapter =
  'no GPU was found with a driver for Vulkan (on Linux with its loader, libvulkan.so.1), Metal or Direct3D 12';

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
    const info = JSON.parse(stdout) as AdapterInfo | null;
    if (info === null) return missing(noAdapter);
    return adapterAvailability(info);
  } catch (error) {
    return missing(`asking for a GPU failed: ${childFailure(error)}`);
  }
}

function missing(reason: string): BackendAvailability {
  return { available: false, reason, device: null, computesOn: 'gpu', automatic: true };
}
