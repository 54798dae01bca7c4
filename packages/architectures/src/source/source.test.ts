import type { ArchitectureGraph, ArchitectureNode, JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { smallNetwork } from '../testing/small-network.js';
import { kerasSource } from './keras-source.js';
import { pytorchSource } from './pytorch-source.js';

/** Two equal cells of two convolutions, the second of which adds what came in and what the first gave. */
function cell(number: number, from: string): ArchitectureNode[] {
  const group = `stage 1 cell ${number}`;
  const node = (part: string, inputs: string[], [block, attributes]: [string, JsonObject]): ArchitectureNode => {
    return { id: `stage-1-cell-${number}-${part}`, block, attributes, inputs, group };
  };
  return [
    node('conv', [from], ['conv', { filters: 2, kernel: 3 }]),
    node('sum', [from, `stage-1-cell-${number}-conv`], ['add', {}]),
  ];
}

const cells: ArchitectureGraph = {
  version: 1,
  nodes: [
    { id: 'input', block: 'input', attributes: { shape: [7, 6, 2] }, inputs: [] },
    ...cell(1, 'input'),
    ...cell(2, 'stage-1-cell-1-sum'),
    { id: 'shrink', block: 'avg-pool', attributes: { size: 3, stride: 2 }, inputs: ['stage-1-cell-2-sum'] },
    { id: 'vector', block: 'global-average-pool', attributes: {}, inputs: ['shrink'], group: 'head' },
    { id: 'logits', block: 'dense', attributes: { units: 3 }, inputs: ['vector'], group: 'head' },
  ],
  output: 'logits',
};

const between = (text: string, first: string, last: string) =>
  text.slice(text.indexOf(first), text.indexOf(last)).trimEnd();

describe('pytorchSource', () => {
  const { text, weights } = pytorchSource(cells);

  it('writes equal cells once, a class for each group and one for the network', () => {
    expect(between(text, 'class Stage1Cell(', 'def load_weights')).toBe(`class Stage1Cell(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(2, 2, 3, padding="same", bias=False),
            nn.BatchNorm2d(2, eps=0.001, momentum=0.1),
            nn.ReLU(),
        )

    def forward(self, x):
        conv = self.conv(x)  # 2×7×6
        sum = x + conv  # 2×7×6
        return sum


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.vector = GlobalAveragePool()
        self.logits = nn.Linear(2, 3)

    def forward(self, x):
        vector = self.vector(x)  # 2
        logits = self.logits(vector)  # 3
        return logits


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.stage_1_cell_1 = Stage1Cell()
        self.stage_1_cell_2 = Stage1Cell()
        self.shrink = SameAvgPool2d(3, 2)
        self.head = Head()

    def forward(self, input):
        stage_1_cell_1_sum = self.stage_1_cell_1(input)
        stage_1_cell_2_sum = self.stage_1_cell_2(stage_1_cell_1_sum)
        shrink = self.shrink(stage_1_cell_2_sum)  # 2×4×3
        logits = self.head(shrink)
        return logits`);
  });

  it('says what the network is and brings only the helpers that it uses', () => {
    expect(text).toContain('A network that Cambium found: 2×7×6 values in, 3 logits out.\n\n89 trainable parameters');
    expect(text).toContain('class SameAvgPool2d');
    expect(text).toContain('def same_padding');
    expect(text).not.toContain('class SameConv2d');
    expect(pytorchSource(smallNetwork).text).not.toContain('class SameAvgPool2d');
  });

  it('says where each array goes, with PyTorch’s axes', () => {
    const placed = (name: string) => weights.find((weight) => weight.name === name);
    expect(placed('stage_1_cell_2.conv.0.weight')).toEqual({
      layer: 'stage-1-cell-2-conv',
      index: 0,
      name: 'stage_1_cell_2.conv.0.weight',
      axes: [3, 2, 0, 1],
    });
    expect(placed('stage_1_cell_2.conv.1.running_var')).toMatchObject({ layer: 'stage-1-cell-2-conv/norm', index: 3 });
    expect(placed('head.logits.bias')).toMatchObject({ layer: 'logits', index: 1 });
    expect(new Set(weights.map(({ name }) => name)).size).toBe(weights.length);
  });
});

describe('kerasSource', () => {
  it('writes one function, section by section', () => {
    expect(between(kerasSource(cells).text, 'def build', 'def load_weights')).toBe(`def build():
    input = keras.Input((7, 6, 2), name="input")

    # stage 1 cell 1
    x = layers.Conv2D(2, 3, padding="same", use_bias=False, name="stage_1_cell_1_conv")(input)
    x = layers.BatchNormalization(momentum=0.9, epsilon=0.001, name="stage_1_cell_1_conv_norm")(x)
    stage_1_cell_1_conv = layers.ReLU(name="stage_1_cell_1_conv_relu")(x)  # 7×6×2
    stage_1_cell_1_sum = layers.Add(name="stage_1_cell_1_sum")([input, stage_1_cell_1_conv])  # 7×6×2

    # stage 1 cell 2
    x = layers.Conv2D(2, 3, padding="same", use_bias=False, name="stage_1_cell_2_conv")(stage_1_cell_1_sum)
    x = layers.BatchNormalization(momentum=0.9, epsilon=0.001, name="stage_1_cell_2_conv_norm")(x)
    stage_1_cell_2_conv = layers.ReLU(name="stage_1_cell_2_conv_relu")(x)  # 7×6×2
    stage_1_cell_2_sum = layers.Add(name="stage_1_cell_2_sum")([stage_1_cell_1_sum, stage_1_cell_2_conv])  # 7×6×2

    shrink = layers.AveragePooling2D(3, strides=2, padding="same", name="shrink")(stage_1_cell_2_sum)  # 4×3×2

    # head
    vector = layers.GlobalAveragePooling2D(name="vector")(shrink)  # 2
    logits = layers.Dense(3, name="logits")(vector)  # 3

    return keras.Model(input, logits)`);
  });
});

describe('names', () => {
  it('are valid, and hide neither each other nor what a module has', () => {
    const ids = ['2-in', 'half', 'a.b', 'a-b', 'lambda', 'torch'];
    const nodes = ids.map((id, i): ArchitectureNode => {
      const inputs = i === 0 ? [] : [ids[i - 1] as string];
      return i === 0
        ? { id, block: 'input', attributes: { shape: [4, 4, 1] }, inputs }
        : { id, block: 'conv', attributes: { filters: 1 }, inputs };
    });
    const { text, weights } = pytorchSource({ version: 1, nodes, output: 'torch' });
    expect(text).toContain('def forward(self, node_2_in):\n        half_2 = self.half_2(node_2_in)');
    expect(text).toContain('torch_2 = self.torch_2(lambda_2)');
    expect(weights.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['half_2.0.weight', 'a_b.0.weight', 'a_b_2.0.weight', 'lambda_2.0.weight']),
    );
  });
});
