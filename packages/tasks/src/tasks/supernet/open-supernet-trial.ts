import {
  type Claim,
  type EvaluateOptions,
  expectImages,
  type ImageContext,
  type Parameter,
  type SuperGraph,
} from '@cambium/core';
import type { Choice, ClassifierData, EngineBackend } from '@cambium/engine';
import { compileSpace, listValues } from '@cambium/spaces';
import { deviceNamed } from '../image-classification/device.js';
import { loadImages } from '../image-classification/load-images.js';
import { readable, refusal } from '../image-classification/trial-refusal.js';
import { type SupernetSettings, supernetSettings } from './settings.js';

/** What trials that share weights have in common. */
export interface SupernetTrial {
  readonly settings: SupernetSettings;
  readonly superGraph: SuperGraph;
  /** Those behind the choices, in order. */
  readonly parameters: readonly Parameter[];
  readonly choices: readonly Choice[];
  readonly data: ClassifierData;
  readonly backend: EngineBackend;
}

/** Checks the claim, then opens the device and the images. @throws CambiumError as its parts do. */
export async function openSupernetTrial(claim: Claim, options: EvaluateOptions): Promise<SupernetTrial> {
  const parsed = supernetSettings.safeParse(claim.task.settings);
  if (!parsed.success) throw refusal('task.settings', parsed.error.issues.map(readable));
  const settings = parsed.data;
  const context = expectImages(claim.context);
  const shared = sharedSpace(claim, context);
  const wanted = settings.backend;
  const backend = await deviceNamed(wanted === 'auto' ? (options.environment.backend ?? 'auto') : wanted);
  const { train, validation } = await loadImages(settings, claim, options.environment);
  const data: ClassifierData = { shape: context.inputShape, classes: context.classes, train, validation };
  return { settings, ...shared, data, backend };
}

function sharedSpace(
  claim: Claim,
  context: ImageContext,
): Pick<SupernetTrial, 'superGraph' | 'parameters' | 'choices'> {
  const compiled = compileSpace(claim.space);
  if (compiled.kind === 'refused') throw refusal('space', compiled.issues.map(readable));
  const { space } = compiled;
  const problems = space.validate(claim.params);
  if (problems.length > 0) throw refusal('params', problems.map(readable));
  const superGraph = space.supergraph(context);
  if (superGraph === undefined) {
    throw refusal('space', ['its architectures share no weights; take a dialect such as nasbench201']);
  }
  const gated = new Set(Object.values(superGraph.gates).map(({ param }) => param));
  const parameters = space.parameters.filter(({ name, domain }) => 'choices' in domain && gated.has(name));
  const choices = parameters.map(({ name, domain }) => ({ param: name, values: listValues(domain) }));
  return { superGraph, parameters, choices };
}
