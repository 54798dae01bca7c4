export type { AnalysedNode } from './analyse-graph.js';
export * from './architecture-hash.js';
export * from './architecture-json.js';
export * from './block-registry.js';
export * from './block-spec.js';
export * from './cost-of.js';
export * from './layer-cost.js';
export * from './tensor-shape.js';
export * from './validate-graph.js';
