import { existsSync } from 'node:fs';
import path from 'node:path';
import { CambiumError } from '@cambium/core';
import { installGradients } from '../../gradients/install-gradients.js';
import { requirePackage, resolvePackage, tensorFlow } from '../../tensorflow.js';
import type { BackendAvailability, BackendDefinition } from '../engine-backend.js';

interface NativePackage {
  readonly node: { readonly backend: () => { readonly isUsingGpuDevice?: boolean } };
}

/** Best first: the GPU package runs on the CPU as well when it finds no device. */
const packages = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'] as const;

type Found = { readonly kind: 'found'; readonly name: string } | { readonly kind: 'missing'; readonly reason: string };

/** A package is usable when its JavaScript and the compiled binding for this Node are there. */
function find(): Found {
  const reasons: string[] = [];
  for (const name of packages) {
    let main: string;
    try {
      main = resolvePackage(name);
    } catch {
      reasons.push(`${name} is not installed`);
      continue;
    }
    if (hasBinding(path.join(path.dirname(main), '..'))) return { kind: 'found', name };
    reasons.push(`${name} has no native library`);
  }
  return { kind: 'missing', reason: `${reasons.join(', ')}; "npm run setup:native" brings it` };
}

/** The package picks the highest Node-API version folder that exists and that this Node has. */
function hasBinding(folder: string): boolean {
  const newest = Number(process.versions['napi'] ?? 8);
  for (let version = newest; version >= 3; version--) {
    if (existsSync(path.join(folder, 'lib', `napi-v${version}`, 'tfjs_binding.node'))) return true;
  }
  return false;
}

let loaded: { readonly device: string } | { readonly problem: string } | undefined;

function load(name: string): { readonly device: string } | { readonly problem: string } {
  loaded ??= tryLoad(name);
  return loaded;
}

function tryLoad(name: string): { readonly device: string } | { readonly problem: string } {
  try {
    // Before its first use TensorFlow logs to stderr what the CPU could do; that is no news to anybody here.
    tensorFlow();
    const { node } = requirePackage<NativePackage>(name);
    return { device: node.backend().isUsingGpuDevice === true ? 'TensorFlow on CUDA' : 'TensorFlow on the CPU' };
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { problem: `${name} does not load: ${message}; "npm run setup:native" rebuilds it` };
  }
}

async function isAvailable(): Promise<BackendAvailability> {
  const found = find();
  if (found.kind === 'missing') return { available: false, reason: found.reason, device: null, automatic: true };
  const result = load(found.name);
  if ('problem' in result) return { available: false, reason: result.problem, device: null, automatic: true };
  return { available: true, reason: `${found.name} is installed`, device: result.device, automatic: true };
}

/** TensorFlow's C library through tfjs-node or tfjs-node-gpu, when `npm run setup:native` has brought it. */
export const nativeBackend: BackendDefinition = {
  name: 'native',
  priority: 30,
  isAvailable,
  async open() {
    const { available, reason, device } = await isAvailable();
    if (!available || device === null) throw new CambiumError('give-up', `native TensorFlow can't run: ${reason}`);
    const tf = tensorFlow();
    await tf.setBackend('tensorflow');
    await tf.ready();
    installGradients(tf);
    return { name: 'native', device, tf, close: async () => undefined };
  },
};
