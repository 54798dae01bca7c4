import type {
  BranchName,
  DecodeContext,
  DialectDefinition,
  Issue,
  Json,
  Parameter,
  Params,
  PathEncoding,
  SuperGraph,
} from '@cambium/core';
import { unknownName } from '@cambium/core';
import { dialects } from './registry.js';
import { parseSettings } from './schema/parse-settings.js';
import { paramsKey } from './space/create-space.js';

/** One branch with its settings bound. */
export interface CompiledBranch {
  readonly branch: BranchName;
  readonly parameters: readonly Parameter[];
  decode(params: Params, context: DecodeContext): ReturnType<DialectDefinition['decode']>;
  canonicalKey(params: Params): string;
  /** Absent: every point is feasible. */
  readonly isFeasible?: (params: Params) => boolean;
  supergraph(context: DecodeContext): SuperGraph | undefined;
  readonly pathEncoding?: PathEncoding | undefined;
}

type BranchResult =
  | { readonly kind: 'compiled'; readonly branch: CompiledBranch }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** Compiles `{ dialect, ...settings }`; the hp branch may leave its dialect out. Issue paths start at the branch. */
export function compileBranch(branch: BranchName, input: unknown): BranchResult {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const message = `${branch} must be an object such as { dialect: ${namesFor(branch)[0] ?? '…'} }`;
    return { kind: 'refused', issues: [{ path: [], code: 'bad-branch', message }] };
  }
  const found = findDialect(branch, input as Record<string, Json>);
  if ('issue' in found) return { kind: 'refused', issues: [found.issue] };
  const { dialect } = found;
  const parsed = parseSettings(dialect.settings, found.settings);
  if (parsed.kind === 'refused') return parsed;
  const { settings } = parsed;
  const parameters = dialect.parameters(settings);
  return {
    kind: 'compiled',
    branch: {
      branch,
      parameters,
      decode: (params, context) => dialect.decode(params, settings, context),
      canonicalKey: (params) => dialect.canonicalKey?.(params, settings) ?? paramsKey(parameters, params),
      ...(dialect.isFeasible && { isFeasible: (params: Params) => dialect.isFeasible?.(params, settings) ?? true }),
      supergraph: (context) => dialect.supergraph?.(settings, context),
      pathEncoding: dialect.pathEncoding?.(settings),
    },
  };
}

type Found = { readonly dialect: DialectDefinition; readonly settings: unknown } | { readonly issue: Issue };

function findDialect(branch: BranchName, input: Record<string, Json>): Found {
  const { dialect: name, ...settings } = input;
  // A hyperparameter may itself be called "dialect": then it is an object, not a name.
  const unnamed = branch === 'hp' && typeof name !== 'string';
  const dialect = unnamed ? dialects.find('hp') : typeof name === 'string' ? dialects.find(name) : undefined;
  if (dialect?.branch === branch) return { dialect, settings: unnamed ? input : settings };
  return { issue: { path: ['dialect'], ...refuseDialect(branch, name) } };
}

function refuseDialect(branch: BranchName, name: Json | undefined): Omit<Issue, 'path'> {
  const known = namesFor(branch);
  if (name === undefined) {
    return { code: 'missing-dialect', message: `${branch} needs a dialect; known: ${known.join(', ')}` };
  }
  const other = typeof name === 'string' ? dialects.find(name) : undefined;
  if (other !== undefined) {
    const message = `dialect "${other.name}" writes the ${other.branch} branch; ${branch} takes ${known.join(', ')}`;
    return { code: 'wrong-branch', message };
  }
  return { code: 'unknown-dialect', message: unknownName(`${branch} dialect`, name, known) };
}

function namesFor(branch: BranchName): string[] {
  return dialects.names.filter((name) => dialects.get(name).branch === branch);
}
