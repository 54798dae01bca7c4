import { blocks, costOf, parseArchitecture } from '@cambium/architectures';
import { buildModel } from '@cambium/architectures/blocks-build';
import type { ArchitectureGraph, ArchitectureNode, JsonObject } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import type { Network } from '../models/forward.js';
import type { ExportFiles } from './export-format.js';
import { exportModel } from './export-model.js';
import { pythonLacks, runPython } from './run-python.js';
import { verifyExport } from './verify-export.js';
import { unzipStored } from './zip.js';

const missing = { torch: await pythonLacks('torch'), keras: await pythonLacks('keras') };
for (const reason of Object.values(missing))
  if (reason !== undefined) console.warn(`source is not run here: ${reason}`);

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});

type Step = [id: string, block: string, attributes: JsonObject, inputs: string[], group?: string];
const node = ([id, block, attributes, inputs, group]: Step): ArchitectureNode => {
  return { id, block, attributes, inputs, ...(group === undefined ? {} : { group }) };
};

/** Every block, with the paddings that PyTorch does not have: even kernels, strides that leave one row over, pools. */
const awkward: ArchitectureGraph = {
  version: 1,
  nodes: (
    [
      ['input', 'input', { shape: [27, 22, 3] }, []],
      ['stem', 'conv', { filters: 5, kernel: 4, stride: 2 }, ['input'], 'stem'],
      ['even', 'conv', { filters: 6, kernel: 2, norm: false, activation: 'none' }, ['stem'], 'stem'],
      ['cell-a', 'separable', { filters: 7, kernel: 5, stride: 2 }, ['even'], 'cell'],
      ['cell-b', 'inverted-residual', { filters: 7, kernel: 3, stride: 2, expansion: 3 }, ['even'], 'cell'],
      ['cell-c', 'inverted-residual', { filters: 7, kernel: 4, stride: 1, expansion: 1 }, ['even'], 'cell'],
      ['cell-sum', 'add', { activation: 'relu' }, ['cell-a', 'cell-b'], 'cell'],
      ['max-2', 'max-pool', { size: 2, stride: 2 }, ['cell-c']],
      ['sum', 'add', {}, ['cell-sum', 'max-2', 'cell-sum']],
      ['reduce', 'factorized-reduce', { filters: 7, preActivation: true }, ['sum']],
      ['wide', 'conv', { filters: 5, dilation: 2, stride: 2, activation: 'hard-swish' }, ['sum']],
      ['nothing', 'zero', { stride: 2 }, ['sum']],
      ['skip', 'identity', {}, ['reduce']],
      ['halves', 'add', {}, ['skip', 'nothing']],
      ['both', 'concat', {}, ['halves', 'wide']],
      ['deep', 'depthwise', { kernel: 3, dilation: 2, norm: false, activation: 'none' }, ['both']],
      ['weighed', 'squeeze-excite', { ratio: 0.3 }, ['deep']],
      [
        'mobile',
        'inverted-residual',
        { filters: 6, expansion: 2, squeezeExcite: 0.5, activation: 'swish' },
        ['weighed'],
      ],
      ['normal', 'batch-norm', { activation: 'relu' }, ['mobile']],
      ['alone', 'add', {}, ['normal']],
      ['larger', 'resize', { height: 9, width: 7 }, ['alone']],
      ['smaller', 'resize', { height: 5, width: 6 }, ['larger']],
      ['lit', 'activation', { function: 'relu6' }, ['smaller']],
      ['mixed', 'separable', { filters: 7, innerNorm: false, preActivation: true, activation: 'none' }, ['lit']],
      ['avg-even', 'avg-pool', { size: 2, stride: 1 }, ['mixed']],
      ['avg-odd', 'avg-pool', { size: 3, stride: 2 }, ['avg-even']],
      ['max-odd', 'max-pool', { size: 3, stride: 1 }, ['avg-odd']],
      ['max-far', 'max-pool', { size: 2, stride: 3 }, ['max-odd']],
      ['point', 'conv', { filters: 8, kernel: 1, stride: 2 }, ['max-far']],
      ['vector', 'global-average-pool', {}, ['point'], 'head'],
      ['hidden', 'dense', { units: 9, activation: 'relu' }, ['vector'], 'head'],
      ['hidden-norm', 'batch-norm', {}, ['hidden'], 'head'],
      ['drop', 'dropout', { rate: 0.3 }, ['hidden-norm'], 'head'],
      ['logits', 'dense', { units: 4 }, ['drop'], 'head'],
    ] satisfies Step[]
  ).map(node),
  output: 'logits',
};

/**
 * Keras 3.15 on PyTorch repeats pixels at the border where an average's padding is uneven; on TensorFlow and JAX it leaves
 * them out, as its documentation says.
 */
const awkwardForKeras: ArchitectureGraph = {
  ...awkward,
  nodes: awkward.nodes.map((node) =>
    node.id === 'avg-odd' ? { ...node, block: 'max-pool', attributes: { size: 3, stride: 2 } } : node,
  ),
};

/** Every weight different, batch norm's moving statistics too: no two can be exchanged unseen. */
function randomNetwork(architecture: ArchitectureGraph): Network {
  const { tf } = backend;
  const model = buildModel(tf, architecture, { seed: 1 });
  tf.tidy(() => {
    for (const [i, weight] of model.weights.entries()) {
      // Constants, such as those of resizing, stay.
      if (model.layers.some((layer) => layer.weights.includes(weight) && !layer.trainable)) continue;
      weight.write(tf.randomUniform(weight.shape as number[], 0.1, 0.6, 'float32', i));
    }
  });
  const shape = model.inputs.flatMap((input) => input.shape.slice(1)) as [number, number, number];
  return { model, shape, normalization: { mean: [0, 0, 0], deviation: [1, 1, 1] }, architecture };
}

it('is tested with every block', () => {
  expect([...new Set(awkward.nodes.map(({ block }) => block))].sort()).toEqual([...blocks.names].sort());
});

describe.each([
  ['pytorch-source', 'torch', awkward, 'p.numel() for p in network.Network().parameters()'],
  ['keras-source', 'keras', awkwardForKeras, 'int(numpy.prod(p.shape)) for p in network.build().trainable_weights'],
] as const)('%s', (format, module, graph, sizes) => {
  const withLibrary = missing[module] === undefined ? it : it.skip;
  let network: Network;
  let files: ExportFiles;
  beforeAll(async () => {
    network = randomNetwork(graph);
    files = await exportModel(backend, network, { format });
  });

  it('is a program, its weights and how images become inputs', () => {
    expect(Object.keys(files)).toEqual(['network.py', 'weights.npz', 'preprocessing.json']);
    const trained = network.model.layers.filter((layer) => layer.trainable).flatMap(({ weights }) => weights);
    expect(unzipStored(files['weights.npz']!)).toHaveLength(trained.length);
  });

  withLibrary(
    'gives the same logits with its weights',
    async () => {
      expect(await verifyExport(backend, network, { format, files })).toMatchObject({ same: true });
    },
    120_000,
  );

  withLibrary(
    'has as many parameters as costOf counts',
    async () => {
      const program = `import network, numpy; open("count", "w").write(str(sum(${sizes})))`;
      const count = await runPython(program, files, 'count');
      expect(Number(new TextDecoder().decode(count))).toBe(costOf(graph).params);
    },
    120_000,
  );
});

it.each(['pytorch-source', 'network-json'])(
  'refuses %s of a model that was saved without its architecture',
  async (format) => {
    const { model, shape, normalization } = randomNetwork(awkward);
    const exported = exportModel(backend, { model, shape, normalization }, { format });
    await expect(exported).rejects.toThrow('saved without its architecture; train it again');
    model.dispose();
  },
);

it('writes every block as JSON that is built to the same network', async () => {
  const format = 'network-json';
  const network = randomNetwork(awkward);
  const files = await exportModel(backend, network, { format });
  expect(Object.keys(files)).toEqual(['network.json', 'weights.npz', 'preprocessing.json']);
  const json: unknown = JSON.parse(new TextDecoder().decode(files['network.json']));
  expect(parseArchitecture(json)).toEqual({ kind: 'graph', graph: awkward });
  expect(await verifyExport(backend, network, { format, files })).toMatchObject({ same: true });
  network.model.dispose();
});
