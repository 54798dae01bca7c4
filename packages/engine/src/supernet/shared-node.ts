import type { AnalysedNode } from '@cambium/architectures';
import { buildBlock } from '@cambium/architectures/blocks-build';
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import { prepareLayers } from '../training/training-layers.js';

/** A node of a supernet, built by itself. */
export interface SharedNode {
  /** With all of its inputs. Absent: it has no layers and hands its input on. */
  readonly model?: LayersModel;
  apply(inputs: readonly Tensor[]): Tensor;
  dispose(): void;
}

/**
 * A node that sees only the first of every `partial` channels and hands the others on (Xu et al. 2020, equation 2).
 * Undefined where it does not keep the shape of its input, and so can't.
 */
export function partialNode(tf: TensorFlow, node: AnalysedNode, options: PartialOptions): SharedNode | undefined {
  const [input] = node.inputs;
  const channels = input?.at(-1) ?? 0;
  const seen = Math.max(1, Math.floor(channels / options.partial));
  if (node.inputs.length !== 1 || input === undefined || input.join() !== node.shape.join() || seen === channels) {
    return undefined;
  }
  const attributes = node.attributes as { readonly filters?: number };
  const narrow: AnalysedNode = {
    ...node,
    attributes: attributes.filters === undefined ? attributes : { ...attributes, filters: seen },
    inputs: [[...input.slice(0, -1), seen]],
    shape: [...input.slice(0, -1), seen],
  };
  const { apply, ...shared } = sharedNode(tf, narrow, options.seed);
  return {
    ...shared,
    apply([x]) {
      const [first, others] = tf.split(x as Tensor, [seen, channels - seen], -1) as [Tensor, Tensor];
      return tf.concat([apply([first]), others], -1);
    },
  };
}

export interface PartialOptions {
  readonly seed: number;
  /** K. */
  readonly partial: number;
}

export function sharedNode(tf: TensorFlow, node: AnalysedNode, seed: number): SharedNode {
  const all = node.inputs.length;
  // A join of fewer inputs is a model of its own; joins have no weights that could be shared.
  const models = new Map<number, LayersModel | 'identity'>();
  const modelFor = (inputs: number): LayersModel | 'identity' => {
    const known = models.get(inputs);
    if (known !== undefined) return known;
    const model = buildBlock(tf, { ...node, inputs: node.inputs.slice(0, inputs) }, { id: node.node.id, seed });
    if (model !== 'identity') prepareLayers(tf, model, { seed, place: { step: 0 } });
    models.set(inputs, model);
    return model;
  };
  const whole = modelFor(all);
  return {
    ...(whole === 'identity' ? {} : { model: whole }),
    apply(inputs) {
      const [first] = inputs as [Tensor];
      // A join of one is that one: addition and concatenation have nothing to do, and may not take it.
      const model = inputs.length < all && inputs.length === 1 ? 'identity' : modelFor(inputs.length);
      if (model === 'identity') return first;
      return model.apply(inputs.length === 1 ? first : [...inputs], { training: true }) as Tensor;
    },
    dispose() {
      for (const model of models.values()) if (model !== 'identity') model.dispose();
    },
  };
}
