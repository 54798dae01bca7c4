/**
 * Brings the native library of TensorFlow.js's Node backend, which npm does not install here.
 *   npm run setup:native            for the CPU
 *   npm run setup:native -- --gpu   for CUDA
 * First by the package's own installer (an official download of TensorFlow 2.9.1), else by compiling its binding against
 * the library inside a TensorFlow wheel from pip, which is newer. Everything is made in a temporary folder and moved in
 * place once it has computed something right, with `--gpu` on a GPU. When nothing works it says why; Cambium then runs as
 * before.
 */
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildFromWheel } from './native/build-from-wheel.mjs';
import { checkPackage } from './native/check-package.mjs';
import { findGpus } from './native/find-gpus.mjs';
import { installOfficial } from './native/install-official.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const gpu = process.argv.includes('--gpu');
const name = gpu ? 'tfjs-node-gpu' : 'tfjs-node';
const scope = path.join(root, 'node_modules/@tensorflow');
const target = path.join(scope, name);

const ways = [
  { title: 'the official download', run: installOfficial },
  { title: 'a build against a TensorFlow wheel from pip', run: buildFromWheel },
];

/** Puts what was built where the package looks for it; the old parts go last, so that a crash leaves one or the other. */
function moveIntoPlace(built) {
  for (const part of ['deps', 'lib']) {
    const place = path.join(target, part);
    const old = `${built}-old-${part}`;
    if (existsSync(place)) renameSync(place, old);
    renameSync(path.join(built, part), place);
    rmSync(old, { recursive: true, force: true });
  }
}

async function tryWay({ title, run }) {
  console.log(`Trying ${title} …`);
  const folder = mkdtempSync(path.join(scope, `.${name}-`));
  try {
    // Beside the real one, so that it finds the same TensorFlow.js. Without what an earlier run may have left there.
    cpSync(target, folder, { recursive: true, filter: (file) => !isNative(path.relative(target, file)) });
    await run({ folder, gpu, root });
    const problem = await checkPackage(folder, { gpu });
    if (problem !== undefined) return problem;
    moveIntoPlace(folder);
    return undefined;
  } catch (error) {
    return error.message;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asked before anything is downloaded: CUDA's libraries are gigabytes. */
async function hasGpu() {
  const gpus = await findGpus();
  if (gpus.kind === 'found') return true;
  console.error(`There is no NVIDIA GPU here: ${gpus.reason}. Without --gpu, TensorFlow is set up for the CPU.`);
  console.error('GPUs of other vendors are used through WebGPU, without setup; "cambium doctor" shows what will run.');
  return false;
}

const isNative = (file) => /^(deps|lib|build)(\/|\\|$)/.test(file);

async function main() {
  if (!existsSync(target)) {
    console.error(`@tensorflow/${name} is not in node_modules: run "npm install" first.`);
    return 1;
  }
  if (gpu && !(await hasGpu())) return 1;
  if ((await checkPackage(target, { gpu })) === undefined) {
    console.log(`@tensorflow/${name} already works here.`);
    return 0;
  }
  const reasons = [];
  for (const way of ways) {
    const problem = await tryWay(way);
    if (problem === undefined) {
      console.log(`@tensorflow/${name} works: from ${way.title}. "cambium doctor" shows what will run.`);
      return 0;
    }
    console.log(`  no: ${problem}`);
    reasons.push(`${way.title}: ${problem}`);
  }
  console.error(
    `Native TensorFlow could not be set up${gpu ? ' on the GPU' : ''}; Cambium runs as before.\n  ${reasons.join('\n  ')}`,
  );
  return 1;
}

process.exitCode = await main();
