import { architectureToJson, type ScaleFactors, scaleArchitecture } from '@cambium/architectures';
import { CambiumError, type JsonObject } from '@cambium/core';
import type { ArchitectureModel } from './design-model.js';

type Given = { readonly [Key in keyof ScaleFactors]?: number | null };

/** GraphQL knows "absent" twice. */
export function scaleFactors({ width, depth, resolution }: Given): Required<ScaleFactors> {
  return { width: width ?? 1, depth: depth ?? 1, resolution: resolution ?? 1 };
}

/** @throws CambiumError `fix-input` when there is no such network. */
export function scaledNetwork(architecture: ArchitectureModel | null, factors: ScaleFactors): JsonObject {
  if (architecture === null) throw new CambiumError('fix-input', 'this trial has no architecture to scale');
  const scaling = scaleArchitecture(architecture.graph, factors);
  if (scaling.kind === 'scaled') return architectureToJson(scaling.graph);
  throw new CambiumError('fix-input', scaling.issues[0]?.message ?? 'not scalable', { issues: scaling.issues });
}
