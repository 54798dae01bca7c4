/** The benchmarks of searchers, by name: started by infra/scripts/bench.mjs. */
import { runAskTell } from './ask-tell/ask-tell.js';
import { runAugmentation } from './augmentation/augmentation.js';
import { runJoint } from './joint/joint.js';
import { runNas } from './nas/nas.js';
import { runCollapse } from './one-shot/collapse.js';
import { runOneShot } from './one-shot/one-shot.js';
import { runQuality } from './quality.js';

const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  quality: runQuality,
  'ask-tell': runAskTell,
  nas: runNas,
  'one-shot': runOneShot,
  collapse: runCollapse,
  augmentation: runAugmentation,
  joint: runJoint,
};

const [name = '', ...args] = process.argv.slice(2);
try {
  await benchmarks[name]?.(args);
} catch (error) {
  // What a person wrote is wrong: the sentence says it. Anything else shows where it comes from.
  console.error(error instanceof Error && error.constructor === Error ? error.message : error);
  process.exitCode = 2;
}
