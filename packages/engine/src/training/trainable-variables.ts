import type { LayersModel, Variable } from '@tensorflow/tfjs';

/** The variables behind a model's trainable weights, in its order. */
export function trainableVariables(model: LayersModel): Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as Variable);
}
