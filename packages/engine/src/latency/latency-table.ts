import { type AnalysedNode, blocks, formatShape, liveNodes, requireValid } from '@cambium/architectures';
import { buildBlock } from '@cambium/architectures/blocks-build';
import type { ArchitectureGraph, JsonObject } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { LatencyEntries } from './latency-entries.js';
import { defaultLatencyOptions, type LatencyOptions, measureSteadyLatency, withModel } from './measure-latency.js';

export interface LatencyPrediction {
  readonly milliseconds: number;
  /** Blocks that were not in the table and have been measured for it. */
  readonly measured: number;
}

/** Latencies of single blocks, each measured once, that add up to those of networks. */
export interface LatencyTable {
  /** @throws CambiumError `fix-input` when the graph is not valid. */
  predict(graph: ArchitectureGraph): Promise<LatencyPrediction>;
}

type Block = Pick<AnalysedNode, 'block' | 'attributes' | 'inputs'>;

/** Takes as long as calling a network and reading its output do, whatever is in it. */
const nothing: Block = { block: blocks.get('dropout'), attributes: { rate: 0 }, inputs: [[1]] };

/**
 * A network's time is an intercept, which every pass takes, and what each of its blocks adds: the block alone between
 * inputs and output, less the intercept. Entries are by block, attributes, input shapes and images at once; `entries`
 * belong to one backend and device.
 */
export function createLatencyTable(
  backend: EngineBackend,
  entries: LatencyEntries,
  options: LatencyOptions = {},
): LatencyTable {
  const batchSize = options.batchSize ?? defaultLatencyOptions.batchSize;
  return {
    async predict(graph) {
      let measured = 0;
      const timeOf = async (block: Block): Promise<number> => {
        const key = `${batchSize} × ${keyOf(block)}`;
        const known = entries.get(key);
        if (known !== undefined) return known;
        const model = buildBlock(backend.tf, block, { id: 'block', seed: 1 });
        if (model === 'identity') return 0;
        const { median } = await withModel(model, () => measureSteadyLatency(backend, model, options));
        entries.set(key, median);
        measured++;
        return median;
      };
      const live = liveNodes(graph);
      const intercept = await timeOf(nothing);
      let milliseconds = intercept;
      for (const [id, block] of requireValid(graph)) {
        if (live.has(id) && block.inputs.length > 0) milliseconds += Math.max(0, (await timeOf(block)) - intercept);
      }
      await entries.save();
      return { milliseconds, measured };
    },
  };
}

function keyOf({ block, attributes, inputs }: Block): string {
  const sorted = Object.entries(attributes as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${block.name} ${JSON.stringify(Object.fromEntries(sorted))} of ${inputs.map(formatShape).join(', ')}`;
}
