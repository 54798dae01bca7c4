import { type ArchitectureGraph, type ArchitectureNode, type Issue, prefixIssues, unknownName } from '@cambium/core';
import { blocks } from './block-registry.js';
import type { BlockSpec } from './block-spec.js';
import type { TensorShape } from './tensor-shape.js';

/** A node that passed every check, with what follows from its place in the graph. */
export interface AnalysedNode {
  readonly node: ArchitectureNode;
  readonly block: BlockSpec;
  /** As the block's schema returned them: defaults filled in. */
  readonly attributes: unknown;
  readonly inputs: readonly TensorShape[];
  readonly shape: TensorShape;
}

export interface GraphAnalysis {
  /** Everything that is wrong; empty when the graph can be built. */
  readonly issues: readonly Issue[];
  /** By id, in the graph's order. Nodes with an issue, and those that depend on them, are left out. */
  readonly nodes: ReadonlyMap<string, AnalysedNode>;
}

/** Layer and weight names are made of ids, and TensorFlow allows these characters only. The slash separates parts. */
const validId = /^[A-Za-z0-9][-A-Za-z0-9._]*$/;

/** Checks a graph node by node and infers every shape. One wrong node does not hide another's issues. */
export function analyseGraph(graph: ArchitectureGraph): GraphAnalysis {
  const issues: Issue[] = [];
  const nodes = new Map<string, AnalysedNode>();
  const allIds = new Set(graph.nodes.map((node) => node.id));
  const seen = new Set<string>();
  for (const [index, node] of graph.nodes.entries()) {
    const found = [...idIssues(node.id, seen), ...placeIssues(node, index), ...inputIssues(node, { seen, allIds })];
    const result = found.length > 0 ? found : analyseNode(node, nodes);
    seen.add(node.id);
    if (Array.isArray(result)) {
      const named = result.map((each) => naming(node, each));
      issues.push(...prefixIssues(['nodes', index], named));
    } else if (result !== 'unknowable') nodes.set(node.id, result);
  }
  if (graph.nodes.length === 0) {
    issues.push(issue(['nodes'], 'no-input', 'an architecture needs at least an input node'));
  }
  if (!allIds.has(graph.output)) {
    issues.push(issue(['output'], 'unknown-node', unknownName('node', graph.output, [...allIds])));
  }
  return { issues, nodes };
}

/** A place in a list says little to a person. */
function naming({ id }: ArchitectureNode, found: Issue): Issue {
  return { ...found, message: `node "${id}": ${found.message}` };
}

function issue(path: Issue['path'], code: string, message: string): Issue {
  return { path, code, message };
}

function idIssues(id: string, seen: ReadonlySet<string>): Issue[] {
  if (!validId.test(id)) {
    return [
      issue(['id'], 'bad-id', `node id "${id}" must start with a letter or digit, then letters, digits, ".", "_", "-"`),
    ];
  }
  return seen.has(id) ? [issue(['id'], 'duplicate-id', `another node has the id "${id}"; ids must be unique`)] : [];
}

function placeIssues(node: ArchitectureNode, index: number): Issue[] {
  if (index === 0 && node.block !== 'input') {
    return [issue(['block'], 'no-input', `the first node must be an input block, got ${node.block}`)];
  }
  if (index > 0 && node.block === 'input') {
    return [issue(['block'], 'second-input', 'an architecture has one input block, its first node')];
  }
  return [];
}

function inputIssues(
  node: ArchitectureNode,
  { seen, allIds }: { seen: ReadonlySet<string>; allIds: ReadonlySet<string> },
): Issue[] {
  return node.inputs.flatMap((id, position) => {
    if (seen.has(id)) return [];
    const path = ['inputs', position];
    if (!allIds.has(id)) return [issue(path, 'unknown-node', unknownName('node', id, [...allIds]))];
    const reason = id === node.id ? 'a node can not take its own output' : `"${id}" must come before "${node.id}"`;
    return [issue(path, 'not-topological', `nodes must be in topological order without a cycle: ${reason}`)];
  });
}

/** `unknowable`: nothing is wrong with it but one of its inputs has an issue, so its shape is not known. */
function analyseNode(
  node: ArchitectureNode,
  known: ReadonlyMap<string, AnalysedNode>,
): AnalysedNode | Issue[] | 'unknowable' {
  const block = blocks.find(node.block);
  if (block === undefined) return [issue(['block'], 'unknown-block', unknownName('block', node.block, blocks.names))];
  const parsed = block.attributes.safeParse(node.attributes);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((problem) =>
        issue(['attributes', ...problem.path.map(pathKey)], 'bad-attribute', `${node.block}: ${problem.message}`),
      );
  const { min, max } = block.arity;
  if (node.inputs.length < min || (max !== null && node.inputs.length > max)) {
    const wanted = max === null ? `at least ${min}` : min === max ? `${min}` : `${min} to ${max}`;
    problems.push(issue(['inputs'], 'bad-arity', `${node.block} takes ${wanted} inputs, got ${node.inputs.length}`));
  }
  if (!parsed.success || problems.length > 0) return problems;
  const inputs = node.inputs.map((id) => known.get(id)?.shape);
  if (!inputs.every((shape) => shape !== undefined)) return 'unknowable';
  const result = block.shape(parsed.data, inputs);
  if (result.kind === 'refused') return [issue(['inputs'], 'bad-shape', `${node.block} ${result.message}`)];
  return { node, block, attributes: parsed.data, inputs, shape: result.shape };
}

function pathKey(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}
