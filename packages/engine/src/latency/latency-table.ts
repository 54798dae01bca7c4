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

/** A block with the shapes of its inputs. */
export type TimedBlock = Pick<AnalysedNode, 'block' | 'attributes' | 'inputs'>;

export interface BlockLatencies {
  /** What every pass takes. */
  readonly intercept: number;
  /** What each of the blocks adds, in milliseconds, in order. */
  readonly added: readonly number[];
  readonly measured: number;
}

/** Latencies of single blocks, each measured once, that add up to those of networks. */
export interface LatencyTable {
  /** @throws CambiumError `fix-input` when the graph is not valid. */
  predict(graph: ArchitectureGraph): Promise<LatencyPrediction>;
  timesOf(blocks: readonly TimedBlock[]): Promise<BlockLatencies>;
}

/** Takes as long as calling a network and reading its output do, whatever is in it. */
const nothing: TimedBlock = { block: blocks.get('dropout'), attributes: { rate: 0 }, inputs: [[1]] };

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

  async function timesOf(timed: readonly TimedBlock[]): Promise<BlockLatencies> {
    let measured = 0;
    const timeOf = async (block: TimedBlock): Promise<number> => {
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
    const intercept = await timeOf(nothing);
    const added: number[] = [];
    for (const block of timed) added.push(Math.max(0, (await timeOf(block)) - intercept));
    await entries.save();
    return { intercept, added, measured };
  }

  return {
    timesOf,
    async predict(graph) {
      const live = liveNodes(graph);
      const analysed = [...requireValid(graph)].filter(([id, { inputs }]) => live.has(id) && inputs.length > 0);
      const { intercept, added, measured } = await timesOf(analysed.map(([, block]) => block));
      return { milliseconds: added.reduce((sum, time) => sum + time, intercept), measured };
    },
  };
}

function keyOf({ block, attributes, inputs }: TimedBlock): string {
  const sorted = Object.entries(attributes as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${block.name} ${JSON.stringify(Object.fromEntries(sorted))} of ${inputs.map(formatShape).join(', ')}`;
}
