import { architectureToJson, parseArchitecture } from '@cambium/architectures';
import { heedDepthwiseDilation } from '@cambium/architectures/blocks-build';
import { type ArchitectureGraph, CambiumError, type ImageShape, type JsonObject } from '@cambium/core';
import type { io } from '@tensorflow/tfjs';
import type { Normalization } from '../batches/normalization.js';
import type { TensorFlow } from '../tensorflow.js';
import type { Network } from './forward.js';

/** A saved network: TensorFlow.js's layers format, loadable with `tf.loadLayersModel`. */
export interface ModelFiles {
  readonly 'model.json': Uint8Array;
  readonly 'weights.bin': Uint8Array;
}

/** What the network's inputs must go through and what it was built from; in model.json as `userDefinedMetadata.cambium`. */
interface CambiumMetadata {
  readonly shape: ImageShape;
  readonly normalization: Normalization;
  readonly architecture?: JsonObject;
}

interface ModelJson {
  readonly format: string;
  readonly generatedBy: string;
  readonly convertedBy: null;
  readonly modelTopology: object;
  readonly userDefinedMetadata: { readonly cambium?: CambiumMetadata };
  readonly weightsManifest: readonly { readonly paths: string[]; readonly weights: io.WeightsManifestEntry[] }[];
}

export async function saveNetwork(tf: TensorFlow, network: Network): Promise<ModelFiles> {
  const { model, shape, normalization, architecture } = network;
  const artifacts = await captureArtifacts(tf, model);
  const json: ModelJson = {
    format: 'layers-model',
    generatedBy: `TensorFlow.js ${tf.version_core}`,
    convertedBy: null,
    modelTopology: artifacts.modelTopology as object,
    userDefinedMetadata: {
      cambium: {
        shape,
        normalization,
        ...(architecture === undefined ? {} : { architecture: architectureToJson(architecture) }),
      },
    },
    weightsManifest: [{ paths: ['weights.bin'], weights: artifacts.weightSpecs ?? [] }],
  };
  const weights = tf.io.CompositeArrayBuffer.join(artifacts.weightData);
  return { 'model.json': new TextEncoder().encode(JSON.stringify(json)), 'weights.bin': new Uint8Array(weights) };
}

/** The caller disposes of the model. @throws CambiumError `fix-input` when the files are no network saved here. */
export async function loadNetwork(tf: TensorFlow, files: ModelFiles): Promise<Network> {
  const json = JSON.parse(new TextDecoder().decode(files['model.json'])) as ModelJson;
  const metadata = json.userDefinedMetadata?.cambium;
  if (metadata === undefined) {
    throw new CambiumError('fix-input', 'model.json has no userDefinedMetadata.cambium: it was not saved by Cambium');
  }
  heedDepthwiseDilation(tf);
  const weights = files['weights.bin'];
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({
      modelTopology: json.modelTopology,
      weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
      weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength) as ArrayBuffer,
    }),
  );
  const { shape, normalization, architecture } = metadata;
  return { model, shape, normalization, ...(architecture === undefined ? {} : readArchitecture(architecture)) };
}

/** Nothing for an architecture of a later version: the model itself can still be used. */
function readArchitecture(json: JsonObject): { readonly architecture?: ArchitectureGraph } {
  const parsed = parseArchitecture(json);
  return parsed.kind === 'graph' ? { architecture: parsed.graph } : {};
}

async function captureArtifacts(tf: TensorFlow, model: Network['model']): Promise<io.ModelArtifacts> {
  let captured: io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      captured = artifacts;
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
    }),
  );
  if (captured === undefined) throw new Error('TensorFlow.js did not call the save handler');
  return captured;
}
