import type { LayersModel, Variable } from '@tensorflow/tfjs';

/** Weights of convolutions and dense layers: what proxies look at. Biases and batch norm's scales have one dimension. */
export function kernelWeights(model: LayersModel): Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as Variable).filter(({ rank }) => rank > 1);
}
