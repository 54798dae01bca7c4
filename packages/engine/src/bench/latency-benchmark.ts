import type { ArchitectureGraph } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { type Agreement, agreementOf } from '../latency/agreement.js';
import { createLatencyEntries, openLatencyEntries } from '../latency/latency-entries.js';
import { createLatencyTable } from '../latency/latency-table.js';
import { measureLatency, measureSteadyLatency, withUntrained } from '../latency/measure-latency.js';
import { type Machine, thisMachine } from './machine.js';

export interface LatencyBenchmark extends Agreement {
  readonly benchmark: 'latency';
  readonly backend: string;
  readonly device: string;
  readonly machine: Machine;
  /** Blocks that had to be measured for the table; the others were in it. */
  readonly measuredBlocks: number;
  readonly networks: readonly {
    readonly measuredMs: number;
    readonly spreadMs: number;
    readonly predictedMs: number;
  }[];
}

/** Networks measured whole, and predicted from a table of their blocks: what the table is worth on this machine. */
export async function runLatencyBenchmark(
  graphs: readonly ArchitectureGraph[],
  { backend: name = 'auto', folder }: { backend?: string /** Where tables are kept. */; folder?: string } = {},
): Promise<LatencyBenchmark> {
  const backend = await openBackend(name);
  try {
    const entries = folder === undefined ? createLatencyEntries() : await openLatencyEntries(folder, backend);
    const table = createLatencyTable(backend, entries);
    await warmProcess(backend, graphs);
    const predictions = [];
    for (const graph of graphs) predictions.push(await table.predict(graph));
    const networks = [];
    for (const [i, graph] of graphs.entries()) {
      const whole = await withUntrained(backend, graph, (model) => measureSteadyLatency(backend, model));
      const predictedMs = predictions[i]?.milliseconds ?? Number.NaN;
      networks.push({ measuredMs: whole.median, spreadMs: whole.interquartileRange, predictedMs });
    }
    return {
      benchmark: 'latency',
      backend: backend.name,
      device: backend.device,
      machine: thisMachine(),
      measuredBlocks: predictions.reduce((sum, { measured }) => sum + measured, 0),
      ...agreementOf(
        networks.map(({ predictedMs }) => predictedMs),
        networks.map(({ measuredMs }) => measuredMs),
      ),
      networks,
    };
  } finally {
    await backend.close();
  }
}

/** Runs code of TensorFlow.js until it is compiled: else the first networks would be measured slower than the last ones. */
async function warmProcess(backend: EngineBackend, graphs: readonly ArchitectureGraph[]): Promise<void> {
  for (const graph of graphs.slice(0, 5)) {
    await withUntrained(backend, graph, (model) => measureLatency(backend, model, { warmUp: 100, runs: 1 }));
  }
}
