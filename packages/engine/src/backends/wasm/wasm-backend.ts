import path from 'node:path';
import { installGradients } from '../../gradients/install-gradients.js';
import { requirePackage, resolvePackage, tensorFlow } from '../../tensorflow.js';
import type { BackendDefinition } from '../engine-backend.js';
import { guardAllocation } from './guard-allocation.js';
import { installKernels } from './install-kernels.js';
import { instantiateKernels } from './simd-module.js';
import { createWorkspace, type WasmBackend } from './workspace.js';

type WasmPackage = Pick<typeof import('@tensorflow/tfjs-backend-wasm'), 'setWasmPaths' | 'setThreadsCount'>;

const device = 'WASM SIMD, 1 thread';
let installed = false;

/**
 * XNNPACK compiled to WebAssembly, with this engine's own kernels for what it lacks. Runs wherever Node does. One
 * thread: in Node the threaded build is not available, and one process per core uses a machine better anyway.
 */
export const wasmBackend: BackendDefinition = {
  name: 'wasm',
  priority: 10,
  isAvailable: async () => ({
    available: true,
    reason: 'runs on every machine',
    device,
    computesOn: 'cpu',
    automatic: true,
  }),
  async open() {
    const tf = tensorFlow();
    const wasm = requirePackage<WasmPackage>('@tensorflow/tfjs-backend-wasm');
    if (!installed) {
      wasm.setThreadsCount(1);
      wasm.setWasmPaths(`${path.dirname(resolvePackage('@tensorflow/tfjs-backend-wasm'))}/`);
    }
    const handlers = listeners();
    await tf.setBackend('wasm');
    await tf.ready();
    removeNewListeners(handlers);
    if (!installed) {
      const backend = tf.backend() as unknown as WasmBackend;
      guardAllocation(backend);
      installKernels(createWorkspace(tf, backend, await instantiateKernels(backend.wasm.asm.memory)));
      installGradients(tf);
      installed = true;
    }
    // Its memory lives as long as the process; a second open() gives the same backend again.
    return { name: 'wasm', device, tf, close: async () => undefined };
  },
};

const events = ['uncaughtException', 'unhandledRejection'] as const;

function listeners() {
  return new Map(events.map((event) => [event, process.listeners(event as 'uncaughtException')]));
}

/** The module's start-up code adds handlers that rethrow from inside its one minified line; Node's own are better. */
function removeNewListeners(before: ReturnType<typeof listeners>): void {
  for (const event of events) {
    for (const listener of process.listeners(event as 'uncaughtException')) {
      if (before.get(event)?.includes(listener) !== true) process.removeListener(event, listener);
    }
  }
}
