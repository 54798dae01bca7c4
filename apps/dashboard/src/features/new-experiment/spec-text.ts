import { Document, isCollection, isMap, parseDocument } from 'yaml';

/** Keys and list indices. */
export type SpecPath = readonly (string | number)[];
export type Spec = Readonly<Record<string, unknown>>;

export type ParsedSpec =
  | { readonly kind: 'spec'; readonly spec: Spec }
  /** Not YAML, or not a map: the reason, with its line. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Reads the text of the editor. */
export function parseSpec(text: string): ParsedSpec {
  const document = parseDocument(text, { prettyErrors: true });
  const problem = document.errors[0];
  if (problem) return { kind: 'unreadable', message: problem.message };
  const spec: unknown = document.toJS();
  if (spec === null || spec === undefined) return { kind: 'spec', spec: {} };
  if (typeof spec !== 'object' || Array.isArray(spec)) {
    return {
      kind: 'unreadable',
      message: 'A specification is a list of `key: value` lines, such as `name: my search`.',
    };
  }
  return { kind: 'spec', spec: spec as Spec };
}

/** Sets (or with undefined removes) one value in the text; comments, order and style of all the rest stay. */
export function editSpec(text: string, path: SpecPath, value: unknown): string {
  const document = readable(text);
  if (value === undefined) {
    if (document.hasIn(path)) document.deleteIn(path);
  } else {
    makeMaps(document, path);
    document.setIn(path, document.createNode(value));
  }
  return document.toString({ lineWidth: 140, flowCollectionPadding: true });
}

/** Writes an object's changed keys only. */
export function editObject(text: string, path: SpecPath, change: { before: Spec; after: Spec }): string {
  const { before, after } = change;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => before[key] !== after[key])
    .reduce((next, key) => editSpec(next, [...path, key], after[key]), text);
}

/** The value at a path; undefined where there is none. */
export function valueAt(spec: unknown, path: SpecPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    spec,
  );
}

function readable(text: string): Document {
  const document = parseDocument(text) as unknown as Document;
  return document.errors.length === 0 && isMap(document.contents) ? document : new Document({});
}

/** Every step on the way must be a map, or a list where an index follows, before a value can be set in it. */
function makeMaps(document: Document, path: SpecPath): void {
  for (let depth = 1; depth < path.length; depth++) {
    const part = path.slice(0, depth);
    const node = document.getIn(part, true);
    const fits = typeof path[depth] === 'number' ? isCollection(node) : isMap(node);
    if (!fits) document.setIn(part, document.createNode({}));
  }
}
