import type { LayersModel, layers, SymbolicTensor } from '@tensorflow/tfjs';
import { attribute, float32, nodeDef, savedModelProto } from './graph-def.js';
import { layerNodes } from './layer-nodes.js';

/**
 * saved_model.pb of a network for inference, weights as constants. Signature `serving_default`: `inputs` (normalised
 * images, any number of them) to `logits`.
 */
export async function writeSavedModel(model: LayersModel): Promise<Uint8Array> {
  const inputShape = anyCount(model.inputs[0]);
  const outputShape = anyCount(model.outputs[0]);
  const nodes: Uint8Array[] = [];
  for (const layer of model.layers) {
    if (layer.getClassName() === 'InputLayer') {
      const attributes = { dtype: attribute.type(float32), shape: attribute.shape(inputShape) };
      nodes.push(nodeDef({ name: layer.name, op: 'Placeholder', attributes }));
    } else {
      nodes.push(...layerNodes(await describeLayer(layer)));
    }
  }
  const input = { tensor: `${producer(model.inputs[0])}:0`, shape: inputShape };
  const output = { tensor: `${producer(model.outputs[0])}:0`, shape: outputShape };
  return savedModelProto(nodes, input, output);
}

async function describeLayer(layer: layers.Layer) {
  const weights = layer.getWeights();
  const inputs = Array.isArray(layer.input) ? layer.input : [layer.input];
  return {
    name: layer.name,
    className: layer.getClassName(),
    config: layer.getConfig() as Readonly<Record<string, unknown>>,
    inputs: inputs.map(producer),
    rank: inputs[0]?.shape.length ?? 0,
    weights: await Promise.all(
      weights.map(async (weight) => ({ values: Float32Array.from(await weight.data()), shape: weight.shape })),
    ),
  };
}

/** The shape with any number of images. */
function anyCount(tensor: SymbolicTensor | undefined): number[] {
  return [-1, ...((tensor?.shape.slice(1) ?? []) as number[])];
}

function producer(tensor: SymbolicTensor | undefined): string {
  if (tensor === undefined) throw new Error('the model has no input or output');
  return tensor.sourceLayer.name;
}
