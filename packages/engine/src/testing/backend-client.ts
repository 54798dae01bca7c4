import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BackendUnderTest } from '@cambium/testkit';
import type { Question } from './backend-process.js';
import type { ComputedOp } from './compute-op.js';
import type { SmallTraining } from './train-small.js';

type Answer =
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'open'; readonly missing: readonly string[]; readonly count: number }
  | ({ readonly kind: 'computed'; readonly count: number } & ComputedOp)
  | { readonly kind: 'trained'; readonly count: number; readonly checkpoint: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string };

export interface BackendInProcess extends BackendUnderTest {
  /** Trains the small problem and gives the checkpoint. */
  train(training: SmallTraining): Promise<Uint8Array>;
}

/** Only `absent`, when the backend itself says that it can't run here, is a reason not to test it. */
export type Opened =
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'open'; readonly missing: readonly string[]; readonly backend: BackendInProcess };

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
    return first.kind === 'absent' ? first : { kind: 'failed', message: unexpected(first) };
  }
  let { count } = first;
  const ask = async (question: Question): Promise<Answer> => {
    child.send(question);
    const result = await answer(child);
    if ('count' in result) count = result.count;
    return result;
  };
  const backend: BackendInProcess = {
    async compute(op, inputs, dy) {
      const result = await ask({ kind: 'compute', op: op.name, inputs, dy });
      if (result.kind !== 'computed') throw new Error(unexpected(result));
      return result;
    },
    async train(training) {
      const result = await ask({ kind: 'train', training });
      if (result.kind !== 'trained') throw new Error(unexpected(result));
      return result.checkpoint;
    },
    numTensors: () => count,
    close: async () => void child.kill('SIGKILL'),
  };
  return { kind: 'open', missing: first.missing, backend };
}

function unexpected(answer: Answer): string {
  return answer.kind === 'failed' ? answer.message : `it answered "${answer.kind}", which nobody asked for`;
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
