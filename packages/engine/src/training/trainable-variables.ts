import type { LayersModel, Variable } from '@tensorflow/tfjs';

/** The variables behind a model's trainable weights, in its order. */
export function trainableVariables(model: LayersModel): Variable[] {
  return variablesOf(model.trainableWeights);
}

/** The variables behind some of a model's weights, in their order. */
export function variablesOf(weights: LayersModel['weights']): Variable[] {
  return weights.map((weight) => weight.read() as Variable);
}
