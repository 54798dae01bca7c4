import {
  type BranchName,
  branchNames,
  type DecodeContext,
  type Design,
  type ExperimentSpec,
  type Issue,
  type Params,
  prefixIssues,
  type Space,
  type SuperGraph,
  unknownName,
} from '@cambium/core';
import { type CompiledBranch, compileBranch } from './compile-branch.js';
import { constrainSpace } from './constrain-space.js';
import { createSpace } from './space/create-space.js';

/** A space that also knows what its points mean. */
export interface CompiledSpace extends Space {
  /** Total on points of the space. Branches that the space does not have are absent. Pure. */
  decode(params: Params, context: DecodeContext): Design;
  /** All architectures of the space in one graph, for weight sharing; undefined where its dialect or settings have none. */
  supergraph(context: DecodeContext): SuperGraph | undefined;
}

export type CompileResult =
  | { readonly kind: 'compiled'; readonly space: CompiledSpace }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/**
 * Compiles the `space` of a specification. Everything that is wrong is said at once; issue paths start at the space
 * (`['hp', 'lr', 'low']`). A space may have no parameters and so one point, the empty one.
 */
export function compileSpace(input: ExperimentSpec['space']): CompileResult {
  const branches: CompiledBranch[] = [];
  const issues: Issue[] = [];
  for (const key of Object.keys(input)) {
    if (!isBranch(key)) {
      issues.push({ path: [key], code: 'unknown-branch', message: unknownName('branch', key, branchNames) });
      continue;
    }
    const result = compileBranch(key, input[key]);
    if (result.kind === 'refused') issues.push(...prefixIssues([key], result.issues));
    else branches.push(result.branch);
  }
  if (issues.length > 0) return { kind: 'refused', issues };
  branches.sort((a, b) => branchNames.indexOf(a.branch) - branchNames.indexOf(b.branch));
  const architecture = branches.find(({ branch }) => branch === 'arch');
  const flat = createSpace(
    branches.flatMap(({ parameters }) => parameters),
    (params) => branches.map(({ canonicalKey }) => canonicalKey(params)).join(' '),
  );
  const pathEncoding = architecture?.pathEncoding;
  const whole = pathEncoding === undefined ? flat : { ...flat, pathEncoding };
  const ruled = branches.flatMap(({ isFeasible }) => (isFeasible === undefined ? [] : [isFeasible]));
  const space =
    ruled.length === 0 ? whole : constrainSpace(whole, (params) => ruled.every((isFeasible) => isFeasible(params)));
  const decode = (params: Params, context: DecodeContext): Design =>
    Object.fromEntries(branches.map((branch) => [branch.branch, branch.decode(params, context)]));
  const supergraph = (context: DecodeContext) => architecture?.supergraph(context);
  return { kind: 'compiled', space: { ...space, decode, supergraph } };
}

function isBranch(name: string): name is BranchName {
  return (branchNames as readonly string[]).includes(name);
}
