import type { Params, PathEncoding } from '@cambium/core';

/** A cell as a graph of operations: those on edges from a node to a later one, sorted by where they lead. */
export interface OperationGraph {
  readonly edges: readonly { readonly from: number; readonly to: number; readonly op: string }[];
  /** What paths from an input are told apart by; the inputs are the first nodes. */
  readonly inputs: readonly string[];
  readonly outputs: readonly number[];
}

export interface PathEncodingParts {
  /** Names of the parameters that say what stands on the edges. */
  readonly params: readonly string[];
  /** The inputs of all cells. */
  readonly inputs: readonly string[];
  /** What may stand on an edge. */
  readonly ops: readonly string[];
  /** Most operations in a row. */
  readonly longest: number;
  cellsOf(params: Params): readonly OperationGraph[];
}

/** Where there are more, the longest are left out as in BANANAS (White et al. 2021): cells have few of them in common. */
const mostPaths = 512;

/** Nothing passes it: no path. */
const cut = 'none';
/** It hands on what it gets: a path with it is the path without, which tells a model much more than one with a step of its own. */
const identity = 'skip_connect';

/**
 * Paths by the operations on them in order, whatever nodes they pass, and how many lead so: sums add them up. White et al.
 * (2020) know only whether there are some, and count skip connections as operations.
 */
export function createPathEncoding({ params, inputs, ops, longest, cellsOf }: PathEncodingParts): PathEncoding {
  const paths = allPaths(
    inputs,
    ops.filter((op) => op !== cut && op !== identity),
    longest,
  );
  const places = new Map(paths.map((path, place) => [path, place]));
  return {
    params,
    paths,
    count(point) {
      const counts = new Float64Array(paths.length);
      for (const path of cellsOf(point).flatMap(pathsThrough)) {
        const place = places.get(path);
        // `!`: a place of a path.
        if (place !== undefined) counts[place]!++;
      }
      return counts;
    },
  };
}

/** The shortest first: of as many operations in a row as there is room for. */
function allPaths(inputs: readonly string[], ops: readonly string[], longest: number): string[] {
  const paths = [...inputs];
  let last = paths;
  for (let length = 1; length <= longest && paths.length + last.length * ops.length <= mostPaths; length++) {
    last = last.flatMap((path) => ops.map((op) => step(path, op)));
    paths.push(...last);
  }
  return paths;
}

function pathsThrough({ edges, inputs, outputs }: OperationGraph): string[] {
  const reaching: string[][] = inputs.map((input) => [input]);
  for (const { from, to, op } of edges) {
    if (op === cut) continue;
    const passed = reaching[from] ?? [];
    reaching[to] = [...(reaching[to] ?? []), ...(op === identity ? passed : passed.map((path) => step(path, op)))];
  }
  return outputs.flatMap((node) => reaching[node] ?? []);
}

function step(path: string, op: string): string {
  return `${path} > ${op}`;
}
