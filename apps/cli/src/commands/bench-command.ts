import path from 'node:path';
import { type ArchitectureGraph, CambiumError, createRng } from '@cambium/core';
import { runAugmentBenchmark, runLatencyBenchmark, runTrainBenchmark } from '@cambium/engine';
import { requireSpace } from '@cambium/spaces';
import { CommandError } from '../command-error.js';
import type { Environment } from '../env.js';

const benchmarks: Readonly<Record<string, (environment: Environment) => Promise<unknown>>> = {
  augment: ({ benchPython: python }) => runAugmentBenchmark({ python }),
  train: ({ benchPython: python }) => runTrainBenchmark({ python }),
  latency: ({ dataDir }) => runLatencyBenchmark(randomNetworks(40), { folder: path.join(dataDir, 'latency') }),
};

/** `cambium bench`: prints one JSON object with the machine and ratios of one run. */
export async function runBench(environment: Environment, name: string): Promise<void> {
  const benchmark = benchmarks[name];
  if (benchmark === undefined) {
    throw new CommandError(`There is no benchmark "${name}". Known: ${Object.keys(benchmarks).join(', ')}`, 2);
  }
  console.log(JSON.stringify(await benchmark(environment), null, 2));
}

/** Of the space that searches take by default, on images of 28×28: the same every time. */
function randomNetworks(count: number): ArchitectureGraph[] {
  const space = requireSpace({ arch: { dialect: 'cnn-chain' } });
  const rng = createRng('latency benchmark');
  return Array.from({ length: count }, (_, i) => {
    const { arch } = space.decode(space.sample(rng.fork(i)), { inputShape: [28, 28, 1], classes: 10 });
    if (arch === undefined) throw new CambiumError('give-up', 'the dialect cnn-chain gave no architecture');
    return arch;
  });
}
