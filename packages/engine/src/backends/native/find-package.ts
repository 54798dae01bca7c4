import { existsSync } from 'node:fs';
import path from 'node:path';
import { resolvePackage } from '../../tensorflow.js';

/** Best first: the GPU package runs on the CPU as well when it finds no device. */
const packages = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'] as const;

export type NativePackage =
  | { readonly kind: 'found'; readonly name: string; readonly main: string }
  | { readonly kind: 'missing'; readonly reason: string };

/** A package is usable when its JavaScript and a compiled binding for this Node are there. */
export function findNativePackage(): NativePackage {
  const reasons: string[] = [];
  for (const name of packages) {
    const main = locate(name);
    if (main === undefined) reasons.push(`${name} is not installed`);
    else if (hasBinding(path.join(path.dirname(main), '..'))) return { kind: 'found', name, main };
    else reasons.push(`${name} has no native library`);
  }
  return { kind: 'missing', reason: `${reasons.join(', ')}; "npm run setup:native" brings it` };
}

function locate(name: string): string | undefined {
  try {
    return resolvePackage(name);
  } catch {
    return undefined;
  }
}

/** The packages look under the Node-API versions that their package.json lists, up to this Node's. */
function hasBinding(folder: string): boolean {
  const newest = Math.min(8, Number(process.versions['napi'] ?? 8));
  for (let version = newest; version >= 3; version--) {
    if (existsSync(path.join(folder, 'lib', `napi-v${version}`, 'tfjs_binding.node'))) return true;
  }
  return false;
}
