import { createRequire } from 'node:module';
import type * as tfjs from '@tensorflow/tfjs';

/** The TensorFlow.js API. All backends of a process share one copy of it. */
export type TensorFlow = typeof tfjs;

/**
 * The packages are CommonJS and publish no complete list of named exports, so `import * as tf` would miss some.
 * `require` also makes sure that every backend package finds the same copy.
 */
const load = createRequire(import.meta.url);

let loaded: TensorFlow | undefined;

export function tensorFlow(): TensorFlow {
  if (loaded === undefined) {
    const tf = load('@tensorflow/tfjs') as TensorFlow;
    // Keeps it from advertising its native package on the console.
    tf.env().set('PROD', true);
    loaded = tf;
  }
  return loaded;
}

/** `require`, for the packages of backends that may be absent. */
export function requirePackage<T>(name: string): T {
  return load(name) as T;
}

export function resolvePackage(name: string): string {
  return load.resolve(name);
}
