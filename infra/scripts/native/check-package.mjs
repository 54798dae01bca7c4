import { existsSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './run-command.mjs';

/** A convolution and its gradient: what a library that loads but does not fit would get wrong. */
const program = `
const tf = require(process.argv[1]);
const x = tf.ones([1, 4, 4, 2]);
const w = tf.ones([3, 3, 2, 8]);
const y = tf.conv2d(x, w, 1, 'same').sum().dataSync()[0];
const g = tf.grad((v) => tf.conv2d(x, v, 1, 'same').sum())(w).sum().dataSync()[0];
if (y !== 1600 || g !== 1600) throw new Error('it computes ' + y + ' and ' + g + ', not 1600');
if (tf.backend().isUsingGpuDevice) console.log('computed on a GPU');
`;

/**
 * Undefined when the package in `folder` loads and computes, with `gpu` on a GPU; else why not. The package for CUDA runs
 * on the CPU without a word when it can't use the GPU. Runs in a process of its own.
 */
export async function checkPackage(folder, { gpu = false } = {}) {
  const lib = path.join(folder, 'lib');
  if (!existsSync(lib)) return 'it has no native library';
  try {
    const output = await runCommand(process.execPath, ['-e', program, folder], { minutes: 2 });
    if (!gpu || output.includes('computed on a GPU')) return undefined;
    return `it computes on the CPU: ${gpuComplaint(output) ?? 'TensorFlow sees no GPU'}`;
  } catch (error) {
    return error.message;
  }
}

/** What TensorFlow wrote about the GPU or the CUDA libraries that it did not find. */
function gpuComplaint(output) {
  return output.split('\n').findLast((line) => /gpu|cuda|cudnn|cublas/i.test(line));
}
