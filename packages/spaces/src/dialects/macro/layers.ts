/** Full name of the parameter of layer `layer` (from 1). */
export function layerParam(layer: number): string {
  return `arch.layer.${layer}.op`;
}

/** Full name of the parameter that says whether layer `to` also adds the output of layer `from`. */
export function skipParam(from: number, to: number): string {
  return `arch.layer.${to}.skip.${from}`;
}

/** The layers before `layer`. */
export function skippedLayers(layer: number): number[] {
  return Array.from({ length: layer - 1 }, (_, i) => i + 1);
}
