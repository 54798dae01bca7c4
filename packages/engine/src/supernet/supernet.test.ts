import { buildModel } from '@cambium/architectures/blocks-build';
import { createRng, designIn } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Scalar, Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { choiceLayout, type Path } from './choices.js';
import { mixtureSelection } from './mixture-selection.js';
import { pathSelection } from './selection.js';
import { openSupernet } from './supernet.js';
import { cellChoices, cellSupernet } from './testing/cell-supernet.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

/** Two edges meet in state 2, three in state 3. */
const path: Path = {
  'arch.0-1': 'conv',
  'arch.0-2': 'pool',
  'arch.1-2': 'conv',
  'arch.0-3': 'skip',
  'arch.1-3': 'pool',
  'arch.2-3': 'conv',
};
const inputs = () => {
  const rng = createRng('inputs');
  return tf.tensor4d(
    Float32Array.from({ length: 6 * 64 }, () => rng.normal()),
    [6, 8, 8, 1],
  );
};
const valuesOf = (tensor: Tensor) => [...tensor.dataSync<'float32'>()];
const close = (values: readonly number[], digits = 4) => values.map((value) => expect.closeTo(value, digits));

/** With its gates as weights: each option of a choice 0 but the one of the path. */
const weighed = (scalars: readonly Scalar[]) => {
  const layout = choiceLayout(cellChoices);
  return (gate: Parameters<typeof layout.indexOf>[0]) => scalars[layout.indexOf(gate) as number] as Scalar;
};

describe('a supernet', () => {
  it('computes on a path what the network of that path computes by itself', () => {
    const supernet = openSupernet(tf, cellSupernet, { seed: 3 });
    const { nodes, ...graph } = designIn(cellSupernet, path);
    // A sum of one is that one.
    const alone = new Map(
      nodes
        .filter(({ block, inputs: from }) => block === 'add' && from.length === 1)
        .map((n) => [n.id, n.inputs[0] as string]),
    );
    const design = {
      ...graph,
      nodes: nodes
        .filter(({ id }) => !alone.has(id))
        .map((n) => ({ ...n, inputs: n.inputs.map((id) => alone.get(id) ?? id) })),
    };
    const model = buildModel(tf, design, { seed: 3 });
    const [shared, standalone] = tf.tidy(() => [
      valuesOf(supernet.run(inputs(), pathSelection(path))),
      valuesOf(model.apply(inputs(), { training: true }) as Tensor),
    ]) as unknown as [number[], number[]];
    expect(shared).toEqual(close(standalone));
    model.dispose();
    supernet.dispose();
  });

  it('is in a mixture the sum of its options by their weights', () => {
    const supernet = openSupernet(tf, cellSupernet, { seed: 3 });
    tf.tidy(() => {
      const layout = choiceLayout(cellChoices);
      const oneHot = cellChoices.flatMap(({ param, values }) => values.map((value) => (path[param] === value ? 1 : 0)));
      const scalars = oneHot.map((share) => tf.scalar(share));
      const mixed = supernet.run(inputs(), weighed(scalars));
      expect(valuesOf(mixed)).toEqual(close(valuesOf(supernet.run(inputs(), pathSelection(path)))));
      // Large logits make the softmax as good as one-hot.
      const alpha = tf.tensor1d(oneHot.map((share) => 50 * share));
      const soft = supernet.run(inputs(), mixtureSelection(tf, layout, alpha));
      expect(valuesOf(soft)).toEqual(close(valuesOf(mixed)));
    });
    supernet.dispose();
  });

  it('gives gradients to the weights of its path only, and none to γ and β', () => {
    const supernet = openSupernet(tf, cellSupernet, { seed: 3 });
    const used = supernet.variablesOf(pathSelection(path)).map(({ name }) => name);
    tf.tidy(() => {
      const images = inputs();
      const { grads } = tf.variableGrads(
        () => tf.sum(tf.square(supernet.run(images, pathSelection(path)))) as Scalar,
        [...supernet.variables],
      );
      expect(Object.keys(grads).sort()).toEqual([...used].sort());
    });
    // The stem, three convolutions on edges, and the kernel and bias of the last layer.
    expect(used).toHaveLength(6);
    // Six edges' convolutions in all.
    expect(supernet.variables).toHaveLength(9);
    supernet.dispose();
  });

  it('runs without an option where none reaches a node', () => {
    const supernet = openSupernet(tf, cellSupernet, { seed: 3 });
    tf.tidy(() => {
      const nothing = Object.fromEntries(cellChoices.map(({ param }) => [param, 'none']));
      const logits = supernet.run(inputs(), pathSelection(nothing)) as Tensor2D;
      const [first, ...rest] = tf.unstack(logits).map(valuesOf);
      // The same for every image: nothing of it gets through.
      for (const row of rest) expect(row).toEqual(first);
    });
    supernet.dispose();
  });

  it('sends one in K channels through its options, and the others past them', () => {
    // One convolution between a stem of 4 channels and the sum: 4·4·9 weights, with K = 2 a quarter.
    const countOf = (partialChannels: number) => {
      const supernet = openSupernet(tf, cellSupernet, { seed: 3, partialChannels });
      const conv = supernet.variables.find(({ name }) => name.startsWith('0-1.conv/'));
      const count = conv?.size;
      supernet.dispose();
      return count;
    };
    expect([countOf(1), countOf(2), countOf(4)]).toEqual([144, 36, 9]);
    const supernet = openSupernet(tf, cellSupernet, { seed: 3, partialChannels: 2 });
    const whole = openSupernet(tf, cellSupernet, { seed: 3 });
    tf.tidy(() => {
      const skips = pathSelection(Object.fromEntries(cellChoices.map(({ param }) => [param, 'skip'])));
      // Skips take all channels either way; only their order changes, twice at most, and with it the last layer's input.
      const [a, b] = [supernet, whole].map((each) => valuesOf(each.run(inputs(), skips)));
      expect(a).not.toEqual(b);
      expect(a).toHaveLength(b?.length ?? 0);
    });
    supernet.dispose();
    whole.dispose();
  });

  it('leaves no tensor behind', () => {
    const before = tf.memory().numTensors;
    const supernet = openSupernet(tf, cellSupernet, { seed: 3 });
    tf.tidy(() => {
      supernet.run(inputs() as Tensor4D, pathSelection(path));
    });
    supernet.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
