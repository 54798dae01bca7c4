import type { Params } from '../values/params.js';
import type { Schema } from '../values/schema.js';
import type { DecodeContext, Design } from './design.js';
import type { BranchName } from './experiment-spec.js';
import type { Parameter, PathEncoding } from './space.js';
import type { SuperGraph } from './super-graph.js';

/**
 * A way to write one branch of a space. It turns its settings into flat parameters, and params back into that
 * branch's part of a design.
 */
export interface DialectDefinition<Settings = unknown, Branch extends BranchName = BranchName> {
  readonly name: string;
  readonly branch: Branch;
  /** One sentence for the create form. */
  readonly summary: string;
  readonly settings: Schema<Settings>;
  /** Parameters with full names (`<branch>.…`), parents before children. */
  parameters(settings: Settings): readonly Parameter[];
  /** Total on every point of its own parameters: decode(sample) is always valid. */
  decode(params: Params, settings: Settings, context: DecodeContext): NonNullable<Design[Branch]>;
  /** A key that is equal for params with equal decoded designs; without it params themselves are compared. */
  canonicalKey?(params: Params, settings: Settings): string;
  /** False for points that the dialect itself rules out though each value is legal. Absent: none. Pure. */
  isFeasible?(params: Params, settings: Settings): boolean;
  /** For dialects whose designs differ in the paths through a cell and in nothing else. */
  pathEncoding?(settings: Settings): PathEncoding;
  /**
   * For dialects of architectures whose designs are parts of one graph: `decode(params)` is `designIn` this one. Undefined
   * where these settings have none (a choice that changes shapes, such as a width).
   */
  supergraph?(settings: Settings, context: DecodeContext): SuperGraph | undefined;
}
