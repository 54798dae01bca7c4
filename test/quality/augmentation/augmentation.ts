import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { JsonObject } from '@cambium/core';
import { splitList } from '../contestant.js';
import { openFinishedRuns } from '../experiments/finished-runs.js';
import { machine } from '../machine.js';
import { wholeNumber } from '../whole-number.js';
import { writeCifarImages } from './cifar-images.js';
import { compareMethods, resultLines } from './compare-methods.js';
import { type AugmentationMethod, augmentationMethods, type SearchSize } from './methods.js';
import { type MethodRun, runMethod } from './run-method.js';
import { costLines, searchCosts } from './search-costs.js';

const known = augmentationMethods.map(({ name }) => name);
const help = `npm run bench -- augmentation [options]
  Searches of augmentation policies on few images: what a network trained with the policy that was found reaches on test
  images, against no augmentation and TrivialAugment, and what the search costs. Each is an experiment as anybody runs it.
  --methods     default ${known.join()}
  --datasets    digits (shipped), fashion-mnist, cifar10 (4,000 images, from --data); default fashion-mnist,cifar10
  --seeds       searches of each; default 5
  --train       training images; default 1000
  --epochs      of a training; default 20
  --trials      policies that RandAugment's grid and AutoAugment train with; default 12
  --judged      policies that Fast AutoAugment judges; default 100
  --population  of population based augmentation; default 6
  --backend     wasm, native; default auto
  --results     file that keeps finished runs, for a run that goes on; default results.jsonl in --folder
  --folder      for specifications, images and results; default .cambium/augmentation-bench
  --data        folder of the benchmarks' data; default ../shared/data`;

/** `npm run bench -- augmentation`: a line for each method on stderr, one line of JSON on stdout. */
export async function runAugmentation(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      methods: { type: 'string', default: known.join() },
      datasets: { type: 'string', default: 'fashion-mnist,cifar10' },
      seeds: { type: 'string', default: '5' },
      train: { type: 'string', default: '1000' },
      epochs: { type: 'string', default: '20' },
      trials: { type: 'string', default: '12' },
      judged: { type: 'string', default: '100' },
      population: { type: 'string', default: '6' },
      backend: { type: 'string', default: 'auto' },
      results: { type: 'string' },
      folder: { type: 'string', default: '.cambium/augmentation-bench' },
      data: { type: 'string', default: path.resolve(import.meta.dirname, '../../../../shared/data') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.error(help);
  const number = (name: 'seeds' | 'train' | 'epochs' | 'trials' | 'judged' | 'population') =>
    wholeNumber(name, values[name]);
  const methods = splitList(values.methods).map(methodNamed);
  const folder = path.resolve(values.folder);
  const file = path.resolve(values.results ?? path.join(folder, 'results.jsonl'));
  const setting = {
    train: number('train'),
    epochs: number('epochs'),
    trials: number('trials'),
    judged: number('judged'),
    population: number('population'),
    backend: values.backend,
  };
  const runs = await openFinishedRuns<MethodRun>(file, setting);
  for (let seed = 1; seed <= number('seeds'); seed++) {
    for (const dataset of splitList(values.datasets)) {
      const data = await datasetSettings(dataset, { folder, data: path.resolve(values.data) });
      for (const method of methods) {
        const what = { dataset, method: method.name, seed };
        if (runs.all.some((each) => each.dataset === dataset && each.method === method.name && each.seed === seed))
          continue;
        const spec = specOf(what, { data, setting, method });
        const done = await runMethod(what, { spec, finalEpochs: setting.epochs, folder });
        await runs.add(done);
        const { accuracy, seconds, searchSeconds } = done;
        console.error(
          `${spec['name']}: ${(100 * accuracy).toFixed(2)} % in ${seconds.toFixed(0)} s, search ${searchSeconds.toFixed(0)} s`,
        );
      }
    }
  }
  const results = compareMethods(runs.all);
  const costs = searchCosts(runs.all, setting);
  for (const line of [...resultLines(results), ...costLines(costs)]) console.error(line);
  console.log(
    JSON.stringify({ benchmark: 'augmentation', machine: machine(), setting, runs: runs.all, results, costs }),
  );
}

interface SpecParts {
  readonly data: JsonObject;
  readonly setting: SearchSize & { readonly train: number; readonly backend: string };
  readonly method: AugmentationMethod;
}

function specOf(
  { dataset, seed }: Pick<MethodRun, 'dataset' | 'seed'>,
  { data, setting, method }: SpecParts,
): JsonObject {
  const { train, epochs, backend } = setting;
  const training = { batchSize: 32 };
  return {
    name: `${method.name} on ${dataset}, seed ${seed}`,
    objectives: [{ metric: 'val_accuracy', direction: 'maximize' }],
    final: { top: 1 },
    baselines: [],
    seed,
    ...method.spec(setting),
    task: {
      name: 'image-classification',
      settings: {
        ...data,
        trainSize: train,
        epochs,
        finalEpochs: epochs,
        backend,
        training,
        ...method.settings?.(setting),
      },
    },
  };
}

function methodNamed(name: string) {
  const method = augmentationMethods.find((each) => each.name === name);
  if (method === undefined) throw new Error(`there is no method "${name}"; known: ${known.join(', ')}`);
  return method;
}

async function datasetSettings(name: string, { folder, data }: { folder: string; data: string }): Promise<JsonObject> {
  if (name !== 'cifar10') return { dataset: name };
  const target = path.join(folder, 'cifar10');
  if (!existsSync(target)) await writeCifarImages(path.join(data, 'cifar10_png4000'), target);
  return { dataset: 'image-folder', datasetSettings: { path: target, size: 32 } };
}
