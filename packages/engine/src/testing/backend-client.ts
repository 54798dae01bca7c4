import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BackendUnderTest } from '@cambium/testkit';
import type { ComputedOp } from './compute-op.js';

type Answer =
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'open'; readonly missing: readonly string[]; readonly count: number }
  | ({ readonly kind: 'computed'; readonly count: number } & ComputedOp)
  | { readonly kind: 'failed'; readonly message: string };

/** Only `absent`, when the backend itself says that it can't run here, is a reason not to test it. */
export type Opened =
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'open'; readonly missing: readonly string[]; readonly backend: BackendUnderTest };

/** The software Vulkan of Debian's Chromium: slow, and right enough to test WebGPU's kernels without a GPU. */
const swiftShader = '/usr/lib/chromium/vk_swiftshader_icd.json';

/** Opens a backend in a process of its own. */
export async function openInProcess(name: string): Promise<Opened> {
  const emulate =
    name === 'webgpu' && existsSync(swiftShader)
      ? [`VK_ICD_FILENAMES=${swiftShader}`, `LD_LIBRARY_PATH=${path.dirname(swiftShader)}`]
      : [];
  const script = path.join(import.meta.dirname, 'backend-process.ts');
  const node = [process.execPath, '--conditions=source', '--import', 'tsx', script, name];
  // `env` sets the variable before the process starts: graphics drivers read it when they load.
  const child = spawn('env', ['TF_CPP_MIN_LOG_LEVEL=2', ...emulate, ...node], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  // A backend whose tests are filtered out is never closed; it must not keep the test process.
  child.unref();
  child.channel?.unref();
  const first = await answer(child);
  if (first.kind !== 'open') {
    child.kill('SIGKILL');
    return first.kind === 'computed' ? { kind: 'failed', message: 'it answered before it was asked' } : first;
  }
  let count = first.count;
  const backend: BackendUnderTest = {
    async compute(op, inputs, dy) {
      child.send({ op: op.name, inputs, dy });
      const result = await answer(child);
      if (result.kind !== 'computed') throw new Error(result.kind === 'failed' ? result.message : result.kind);
      count = result.count;
      return result;
    },
    numTensors: () => count,
    close: async () => void child.kill('SIGKILL'),
  };
  return { kind: 'open', missing: first.missing, backend };
}

function answer(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve) => {
    const gone = (code: number | null) => resolve({ kind: 'failed', message: `the process ended with code ${code}` });
    child.once('exit', gone);
    child.once('message', (message: Answer) => {
      child.off('exit', gone);
      resolve(message);
    });
  });
}
