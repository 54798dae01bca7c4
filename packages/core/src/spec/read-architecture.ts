import { type Issue, unknownName } from '../values/issue.js';
import type { JsonObject } from '../values/json.js';
import type { ArchitectureGraph, ArchitectureNode } from './design.js';

export type ArchitectureReading =
  | { readonly kind: 'graph'; readonly graph: ArchitectureGraph }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** Turns a document of one version of the format into the next one's. Whatever is wrong with it may stay wrong. */
export type ArchitectureUpgrade = (document: JsonObject) => JsonObject;

/** The upgrade of version n at place n − 1. The format has had one version so far. */
const upgradesSoFar: readonly ArchitectureUpgrade[] = [];

const documentFields = ['version', 'nodes', 'output'];
const nodeFields = ['id', 'block', 'attributes', 'inputs', 'group'];

/**
 * Reads an architecture that came as JSON: its version, which may be an older one, and its form, which is strict. What its
 * blocks are and whether they fit is a question for those who know blocks.
 */
export function readArchitecture(input: unknown, upgrades = upgradesSoFar): ArchitectureReading {
  if (!isObject(input)) {
    return refused([issue([], 'an architecture is an object with version, nodes and output')]);
  }
  const newest = upgrades.length + 1;
  const { version } = input;
  if (!Number.isInteger(version) || (version as number) < 1) {
    return refused([issue(['version'], `an architecture needs the version of its format; the newest is ${newest}`)]);
  }
  if ((version as number) > newest) {
    const message = `version ${version} of the format is newer than this program, which reads up to ${newest}; update it`;
    return refused([{ path: ['version'], code: 'newer-version', message }]);
  }
  const current = upgrades.slice((version as number) - 1).reduce((document, upgrade) => upgrade(document), input);
  const { nodes, output } = current;
  const issues = [
    ...unknownFields(current, documentFields),
    ...(Array.isArray(nodes) ? nodes.flatMap(nodeIssues) : [issue(['nodes'], 'nodes must be a list')]),
    ...(typeof output === 'string' ? [] : [issue(['output'], 'output must be the id of a node')]),
  ];
  if (issues.length > 0) return refused(issues);
  return {
    kind: 'graph',
    graph: { version: 1, nodes: nodes as unknown as ArchitectureNode[], output: output as string },
  };
}

function nodeIssues(node: unknown, index: number): Issue[] {
  if (!isObject(node)) return [issue(['nodes', index], 'a node is an object with id, block, attributes and inputs')];
  const { id, block, attributes, inputs, group } = node;
  const isText = (value: unknown) => typeof value === 'string';
  const checks: [field: string, holds: boolean, wanted: string][] = [
    ['id', isText(id), 'a text that no other node has'],
    ['block', isText(block), 'the name of a block'],
    ['attributes', isObject(attributes), 'an object; {} for none'],
    ['inputs', Array.isArray(inputs) && inputs.every(isText), 'a list of ids of nodes before it; [] for the input'],
    ['group', group === undefined || isText(group), 'a text'],
  ];
  const name = typeof id === 'string' ? `node "${id}"` : `node ${index + 1}`;
  const problems = checks
    .filter(([, holds]) => !holds)
    .map(([field, , wanted]) => issue([field], `${name}: ${field} must be ${wanted}`));
  const unknown = unknownFields(node, nodeFields).map(({ message, ...rest }) => ({
    ...rest,
    message: `${name}: ${message}`,
  }));
  return [...problems, ...unknown].map(({ path, ...rest }) => ({
    ...rest,
    path: ['nodes', index, ...path],
  }));
}

function unknownFields(object: JsonObject, known: readonly string[]): Issue[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => issue([key], unknownName('field', key, known)));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function issue(path: Issue['path'], message: string): Issue {
  return { path, code: 'bad-architecture', message };
}

function refused(issues: readonly Issue[]): ArchitectureReading {
  return { kind: 'refused', issues };
}
