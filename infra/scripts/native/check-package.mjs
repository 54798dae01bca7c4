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
`;

/** Undefined when the package in `folder` loads and computes, else why not. Runs in a process of its own. */
export async function checkPackage(folder) {
  const lib = path.join(folder, 'lib');
  if (!existsSync(lib)) return 'it has no native library';
  try {
    await runCommand(process.execPath, ['-e', program, folder], { minutes: 2 });
    return undefined;
  } catch (error) {
    return error.message;
  }
}
