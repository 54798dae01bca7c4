import { type ArchitectureGraph, createRng } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import { architectureHash } from '../architecture-hash.js';
import { buildModel } from '../blocks-build.js';
import { costOf } from '../cost-of.js';
import { smallNetwork } from '../testing/small-network.js';
import { smallSpaces } from '../testing/small-spaces.js';
import { validateGraph } from '../validate-graph.js';
import { type ScaleFactors, scaleArchitecture } from './scale-architecture.js';

beforeAll(async () => {
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
});

const context = { inputShape: [12, 10, 2], classes: 3 } as const;

/** Undefined where the network can't be scaled so. */
function scaled(graph: ArchitectureGraph, factors: ScaleFactors): ArchitectureGraph | undefined {
  const result = scaleArchitecture(graph, factors);
  return result.kind === 'scaled' ? result.graph : undefined;
}

function builtParams(graph: ArchitectureGraph): number {
  const model = buildModel(tf, graph, { seed: 1 });
  const params = model.trainableWeights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape as number[]), 0);
  model.dispose();
  return params;
}

/** Only cells that read two cells, and skips from further back, keep a network from being deepened. */
const unrepeatable = ['darts-cells', 'nasnet-cells', 'macro'];

describe.each(Object.entries(smallSpaces))('random members of %s', (dialect, settings) => {
  const space = requireSpace({ arch: { dialect, ...settings } });
  const rng = createRng(`scaled ${dialect}`);
  const members = Array.from(
    { length: 12 },
    (_, i) => space.decode(space.sample(rng.fork(i)), context).arch as ArchitectureGraph,
  );

  it('are themselves at factors of 1', () => {
    for (const graph of members) {
      expect(scaled(graph, {})).toBe(graph);
      expect(scaled(graph, { width: 1, depth: 1, resolution: 1 })).toBe(graph);
      // As good as 1: nothing is rounded up.
      const same = scaled(graph, { width: 1.0001 });
      expect(architectureHash(same ?? smallNetwork)).toBe(architectureHash(graph));
    }
  });

  it('can be widened and enlarged, all of them, and deepened, unless their cells read more than one', () => {
    for (const graph of members) {
      expect(scaled(graph, { width: 0.6 })).toBeDefined();
      expect(scaled(graph, { width: 1.7, resolution: 1.3 })).toBeDefined();
      expect(unrepeatable.includes(dialect) || scaled(graph, { depth: 2 }) !== undefined).toBe(true);
    }
  });

  it.each([
    ['width', 'params'],
    ['depth', 'params'],
    ['resolution', 'flops'],
  ] as const)('never lose by a larger %s, and stay valid', (dimension, cost) => {
    for (const graph of members) {
      let before = 0;
      for (const factor of [0.25, 0.6, 1, 1.3, 2, 3]) {
        const larger = scaled(graph, { [dimension]: factor });
        if (larger === undefined) continue;
        expect(validateGraph(larger)).toEqual([]);
        const { nodes, [cost]: now } = costOf(larger);
        expect(nodes.find(({ id }) => id === larger.output)?.shape).toEqual([context.classes]);
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
    }
  });

  it('are built with the parameters that the cost model says', () => {
    for (const [i, graph] of members.slice(0, 3).entries()) {
      for (const factors of [{ width: 1.5 }, { depth: 2 }, { width: 0.7, depth: 1.5, resolution: 1.2 }]) {
        const other = scaled(graph, factors) ?? graph;
        expect({ i, factors, params: builtParams(other) }).toEqual({ i, factors, params: costOf(other).params });
      }
    }
  });
});
