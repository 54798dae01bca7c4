import { kerasSource, type NetworkSource, type PlacedWeight, pytorchSource } from '@cambium/architectures';
import type { ArchitectureGraph } from '@cambium/core';
import type { Tensor } from '@tensorflow/tfjs';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { Network } from '../models/forward.js';
import type { ExportFormat } from './export-format.js';
import { preprocessingJson } from './export-text.js';
import { exportedArchitecture } from './exported-architecture.js';
import { npy, readNpy } from './npy.js';
import { pythonLacks, runPython } from './run-python.js';
import { zipStored } from './zip.js';

export const pytorchSourceFormat = sourceFormat({
  name: 'pytorch-source',
  summary: 'PyTorch: network.py, the network as readable classes, and weights.npz for its load_weights',
  module: 'torch',
  source: pytorchSource,
  program: `
import numpy, torch
from network import Network, load_weights
images = torch.from_numpy(numpy.load("inputs.npy")).permute(0, 3, 1, 2)
with torch.no_grad():
    numpy.save("logits.npy", load_weights(Network()).eval()(images).numpy())
`,
});

export const kerasSourceFormat = sourceFormat({
  name: 'keras-source',
  summary: 'Keras 3: network.py, the network as a readable function, and weights.npz for its load_weights',
  module: 'keras',
  source: kerasSource,
  program: `
import numpy
from network import build, load_weights
numpy.save("logits.npy", load_weights(build()).predict(numpy.load("inputs.npy"), verbose=0))
`,
});

interface SourceFormat {
  readonly name: string;
  readonly summary: string;
  /** Of Python, which the source needs. */
  readonly module: string;
  source(architecture: ArchitectureGraph): NetworkSource;
  /** Loads the network and writes what it says about inputs.npy to logits.npy. */
  readonly program: string;
}

function sourceFormat({ name, summary, module, source, program }: SourceFormat): ExportFormat {
  return {
    name,
    summary,
    refusal: () => undefined,
    async write(backend, network) {
      const { text, weights } = source(exportedArchitecture(network, name));
      return {
        'network.py': new TextEncoder().encode(text),
        'weights.npz': zipStored(await Promise.all(weights.map((weight) => weightFile(backend, network, weight)))),
        'preprocessing.json': preprocessingJson(network),
      };
    },
    uncheckable: () => pythonLacks(module),
    async logits(_, files, { values, shape }) {
      const inputs = { ...files, 'inputs.npy': npy(values, shape) };
      return readNpy(await runPython(program, inputs, 'logits.npy')).values;
    },
  };
}

/** One array, with its axes in the order of the file's library. */
async function weightFile({ tf }: EngineBackend, { model }: Network, { layer, index, name, axes }: PlacedWeight) {
  const weight = model.getLayer(layer).getWeights()[index];
  if (weight === undefined) throw new Error(`layer ${layer} has no weight ${index}`);
  const arranged: Tensor = tf.tidy(() => (axes === undefined ? weight.clone() : tf.transpose(weight, [...axes])));
  const values = Float32Array.from(await arranged.data<'float32'>());
  const file = { name: `${name}.npy`, bytes: npy(values, arranged.shape) };
  arranged.dispose();
  return file;
}
