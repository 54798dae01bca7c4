import { runTrainBenchmark } from '@cambium/engine';
import { CommandError } from '../command-error.js';

const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = { train: () => runTrainBenchmark() };

/** `cambium bench`: prints one JSON object with the machine and ratios of one run. */
export async function runBench(name: string): Promise<void> {
  const benchmark = benchmarks[name];
  if (benchmark === undefined) {
    throw new CommandError(`There is no benchmark "${name}". Known: ${Object.keys(benchmarks).join(', ')}`, 2);
  }
  console.log(JSON.stringify(await benchmark(), null, 2));
}
