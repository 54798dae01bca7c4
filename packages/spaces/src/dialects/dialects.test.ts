import type { BranchName, JsonObject } from '@cambium/core';
import { describeDialect } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { dialects } from '../registry.js';
import { requireSpace } from '../require-space.js';
import { exampleNetwork } from './network/example.js';

const compile = (branch: BranchName, settings: JsonObject) => requireSpace({ [branch]: settings });

describeDialect(dialects, {
  compile,
  isomorphic: ['autoaugment', 'blocks', 'custom', 'mobile-blocks', 'nasbench201', 'nasnet-cells', 'population'],
  examples: {
    blocks: [
      {},
      {
        stages: [
          { candidates: [{ block: 'conv', kernel: [1, 3] }, { block: 'identity' }], blocks: [1, 3], widths: [4] },
          { candidates: [{ block: 'separable', dilation: [1, 2] }, { block: 'depthwise' }], blocks: [2], widths: [6] },
        ],
      },
      {
        choose: 'stage',
        stages: [
          { candidates: [{ block: 'squeeze-excite' }, { block: 'max-pool', size: [3, 5] }], widths: [2, 4] },
          { candidates: [{ block: 'conv' }, { block: 'inverted-residual' }], blocks: [3, 1], residual: true },
        ],
      },
    ],
    augmix: [{}, { widths: [3], depths: [0], minMagnitude: 0.3, maxMagnitude: 0.3, alphas: [0.5, 1] }],
    autoaugment: [
      {},
      { ops: ['flip', 'rotate'], subPolicies: 2, depth: 1, probabilities: 1, magnitudes: 3 },
      { subPolicies: 1, classGroups: [[0], [1]], before: [{ op: 'flip', probability: 0.5 }] },
    ],
    custom: [
      {
        steps: [
          { op: 'rotate', magnitude: { low: 0.1, high: 0.5 } },
          { op: 'flip', probability: { low: 0, high: 1 } },
        ],
      },
    ],
    population: [{}, { ops: ['rotate'], copies: 1, phases: 3 }],
    published: [{}, { policies: ['none', 'autoaugment-svhn'], before: [{ op: 'crop' }] }],
    trivialaugment: [{ tables: ['standard', 'wide'] }],
    hp: [
      { lr: { type: 'float', low: 0.0003, high: 0.03, log: true } },
      {
        momentum: { type: 'float', low: 0.5, high: 0.99, when: { optimizer: ['sgd', 'momentum'] } },
        second: { type: 'ordinal', choices: [16, 32, 64], when: { layers: { min: 2 } } },
        optimizer: { type: 'categorical', choices: ['sgd', 'momentum', 'adam'] },
        layers: { type: 'int', low: 1, high: 3 },
        dropout: { type: 'float', low: 0, high: 0.5, step: 0.1 },
        units: { type: 'int', low: 8, high: 1024, log: true },
        batch: { type: 'int', low: 32, high: 128, step: 32 },
      },
    ],
    'cnn-chain': [
      {},
      { maxStages: 1 },
      { minStages: 3, maxStages: 5, blocks: [1], skip: 'always' },
      { blocks: [3, 2], kernels: [7, 3], blockTypes: ['inverted-residual'], widthGrowth: 1 },
      { blockTypes: ['conv', 'separable'], skip: 'never', widths: [4, 5, 6], widthGrowth: 1.1 },
    ],
    'compound-scaling': [{}, { phi: [0, 1, 2], depths: [1, 1], widths: [8, 12], gamma: [1, 1.2, 1.4] }],
    'darts-cells': [
      { nodes: 2 },
      { nodes: 3, layers: 3, width: 2, ops: ['skip_connect', 'dil_conv_5x5', 'none'] },
      { nodes: 2, layers: 4, edges: 'all', ops: ['none', 'skip_connect', 'sep_conv_3x3', 'dil_conv_3x3'] },
    ],
    macro: [
      { layers: 4 },
      { layers: 3, ops: ['conv_3x3'] },
      { layers: 2, skips: false, ops: ['identity', 'conv_5x5'] },
    ],
    'mobile-blocks': [
      {},
      { stages: 2, depths: [1, 2], widths: [4, 8], residual: 'search', squeezeExcite: [0] },
      { choose: 'block', stages: 2, expansions: [3], activation: 'hard-swish' },
      { choose: 'block', stages: 3, depths: [2], kernels: [3], squeezeExcite: [0], residual: 'never' },
      { choose: 'block', stages: 2, depths: [2, 3], widths: [4, 6], residual: 'never' },
    ],
    network: [{}, { name: 'by hand', ...exampleNetwork }],
    nasbench201: [{}, { ops: ['none', 'nor_conv_3x3', 'skip_connect'], cells: 2, width: 4, stages: 2 }],
    'nasnet-cells': [
      { blocks: 2, layers: 3 },
      { blocks: 3, layers: 4, width: 3, combine: ['add', 'concat'] },
    ],
    randaugment: [
      {},
      { subset: 'ops', counts: [3, 1] },
      { subset: 'all', ops: ['identity', 'rotate'], minMagnitude: 0.5, maxMagnitude: 0.5 },
      { ops: ['rotate', 'my-own-op'], counts: [2] },
    ],
    'update-rule': [
      {},
      { groups: [1], functions: ['identity', 'sign'] },
      {
        groups: [3, 2],
        operands: ['g', 'm', '1'],
        combinations: ['multiply', 'left'],
        learningRate: { search: false },
      },
      { combinations: ['add', 'divide'], functions: ['exp'] },
      { groups: [2], operands: ['g', '1'], combinations: ['left'] },
    ],
    procedure: [
      {},
      { optimizer: { choices: ['momentum'] }, schedule: { search: false, value: 'cosine' } },
      { optimizer: { search: false }, momentum: { search: false, value: 0.9 }, batchSize: { search: true } },
      {
        optimizer: { choices: ['sgd', 'rmsprop', 'lion'] },
        beta2: { search: true },
        schedule: { choices: ['piecewise', 'polynomial', 'cosine-restarts', 'linear'] },
        scheduleFactors: { points: 3, low: 0, log: false },
        loss: { search: true },
        dropPath: { search: true },
        clipNorm: { search: false, value: 1 },
      },
      { schedule: { choices: ['one-cycle'] }, warmup: { search: false, value: 0.1 }, mixup: { search: false } },
    ],
  },
});

/** The form of a dialect is drawn from its JSON Schema alone. */
describe.each(dialects.names.map((name) => [name] as const))('the settings of %s', (name) => {
  it('become a JSON Schema in which every field has a title, a description and a default', () => {
    const schema = z.toJSONSchema(dialects.get(name).settings as z.ZodType, { io: 'input' });
    const fields = Object.entries(schema.properties ?? {});
    expect(fields.length > 0).toBe(name !== 'hp');
    for (const [field, property] of fields) {
      expect({ field, ...(property as object) }).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
        default: expect.anything(),
      });
    }
  });
});
