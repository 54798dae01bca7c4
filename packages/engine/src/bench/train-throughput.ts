import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CambiumError } from '@cambium/core';
import { childFailure } from '../backends/child-failure.js';
import { probeBackends } from '../backends/probe-backends.js';
import { batchSize } from './bench-network.js';
import { type Machine, thisMachine } from './machine.js';
import { pytorchProgram } from './pytorch.js';

export interface TrainThroughput {
  readonly name: string;
  readonly device: string;
  readonly imagesPerCpuSecond: number;
  readonly imagesPerSecond: number;
  readonly cpuMsPerStep: number;
  readonly wallMsPerStep: number;
  /** Images per CPU-second, relative to WASM's in the same run. */
  readonly ratioToWasm: number;
}

export interface TrainBenchmark {
  readonly benchmark: 'train';
  readonly network: string;
  readonly batchSize: number;
  readonly machine: Machine;
  readonly results: readonly TrainThroughput[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

interface Measured {
  readonly device: string;
  readonly steps: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

const run = promisify(execFile);
const limit = { timeout: 600_000 };

/** Compiled beside this file. */
const worker = fileURLToPath(new URL('./train-worker.js', import.meta.url));

/**
 * Training throughput of the benchmark's network on each available backend, and of PyTorch where Python has it, one
 * after the other, each in a process of its own. `steps` are measured after a warm-up.
 * @throws CambiumError `give-up` when the package is not built.
 */
export async function runTrainBenchmark({ steps = 30, python = 'python3' } = {}): Promise<TrainBenchmark> {
  if (!existsSync(worker))
    throw new CambiumError('give-up', 'the benchmark runs from the built package: npm run build');
  const measured: (Measured & { readonly name: string })[] = [];
  const skipped: { name: string; reason: string }[] = [];
  const measure = async (name: string, command: readonly [string, ...string[]]) => {
    const [program, ...args] = command;
    try {
      const { stdout } = await run(program, args, limit);
      measured.push({ name, ...(JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured) });
    } catch (error) {
      skipped.push({ name, reason: childFailure(error) });
    }
  };
  for (const { name, available, automatic, reason } of await probeBackends()) {
    // An emulated GPU takes minutes for what the others do in seconds, and says nothing about a real one.
    if (!available || !automatic) skipped.push({ name, reason });
    else await measure(name, [process.execPath, worker, name, String(steps)]);
  }
  await measure('pytorch', [python, '-c', pytorchProgram, String(steps)]);
  return summarise(measured, skipped);
}

function summarise(
  measured: readonly (Measured & { readonly name: string })[],
  skipped: TrainBenchmark['skipped'],
): TrainBenchmark {
  const perCpuSecond = ({ steps, cpuMs }: Measured) => (batchSize * steps) / (cpuMs / 1000);
  const wasm = measured.find(({ name }) => name === 'wasm');
  const base = wasm === undefined ? Number.NaN : perCpuSecond(wasm);
  return {
    benchmark: 'train',
    network: 'conv3x3-32, pool, conv3x3-64, pool, dense-128, dense-10 on 28x28x1, Adam',
    batchSize,
    machine: thisMachine(),
    results: measured.map((one) => ({
      name: one.name,
      device: one.device,
      imagesPerCpuSecond: round(perCpuSecond(one)),
      imagesPerSecond: round((batchSize * one.steps) / (one.wallMs / 1000)),
      cpuMsPerStep: round(one.cpuMs / one.steps),
      wallMsPerStep: round(one.wallMs / one.steps),
      ratioToWasm: round(perCpuSecond(one) / base, 100),
    })),
    skipped,
  };
}

function round(value: number, parts = 10): number {
  return Math.round(value * parts) / parts;
}
