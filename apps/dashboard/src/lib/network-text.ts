import { jsonRecord } from './json-record.js';

type Document = Readonly<Record<string, unknown>>;

/** An architecture as JSON for people: a line for each node. */
export function networkText(document: Document): string {
  const lines = Object.entries(document).map(([key, value]) => {
    const isList = key === 'nodes' && Array.isArray(value) && value.length > 0;
    const text = isList ? `[\n${value.map((node) => `    ${oneLine(node)}`).join(',\n')}\n  ]` : oneLine(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
}

/** The document, or why there is none. */
export type NetworkReading = { readonly document: Document } | { readonly problem: string };

export function readNetwork(text: string): NetworkReading {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { document: jsonRecord(value) } : { problem: 'An architecture is an object: { … }.' };
  } catch (error) {
    return { problem: `Not valid JSON: ${(error as Error).message}` };
  }
}

function oneLine(value: unknown): string {
  // Line ends within texts are written as \n: those that are there are the indentation's.
  return JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
}
