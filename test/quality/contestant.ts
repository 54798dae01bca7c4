import { nearestNames, type PrunerDefinition, type SearcherDefinition, unknownName } from '@cambium/core';
import { pruners, searchers } from '@cambium/search';

/** A searcher, and perhaps a pruner, with the options that the command line gives them. */
export interface Contestant {
  /** As it was written: `tpe(multivariate=false)+median`. */
  readonly label: string;
  readonly searcher: SearcherDefinition;
  readonly options: Readonly<Record<string, unknown>>;
  readonly pruner?: { readonly definition: PrunerDefinition; readonly options: Readonly<Record<string, unknown>> };
}

/** Splits at commas, except within parentheses. */
export function splitList(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** @throws Error that says what is unknown or refused, and what would be right. */
export function parseContestant(label: string): Contestant {
  const [searcherText = '', prunerText, ...rest] = label.split(/\+(?![^(]*\))/);
  if (rest.length > 0) throw new Error(`"${label}" names more than a searcher and a pruner`);
  const { name, options } = parsePart(searcherText);
  const searcher = searchers.find(name);
  if (searcher === undefined) throw new Error(unknownName('searcher', name, searchers.names));
  checkOptions(searcher, options);
  if (prunerText === undefined) return { label, searcher, options };
  const pruner = parsePart(prunerText);
  const definition = pruners.find(pruner.name);
  if (definition === undefined) throw new Error(unknownName('pruner', pruner.name, pruners.names));
  checkOptions(definition, pruner.options);
  return { label, searcher, options, pruner: { definition, options: pruner.options } };
}

/** `name(key=value;key=value)`. Values are JSON where they can be read as such, else texts. */
function parsePart(text: string): { name: string; options: Record<string, unknown> } {
  const [, name, inside] = /^([\w-]+)(?:\((.*)\))?$/.exec(text.trim()) ?? [];
  if (name === undefined) throw new Error(`"${text}" is no name, or name(option=value;option=value)`);
  const pairs = (inside ?? '').split(';').filter((pair) => pair.trim() !== '');
  const entries = pairs.map((pair): [string, unknown] => {
    const [key, ...value] = pair.split('=');
    if (key === undefined || value.length === 0) throw new Error(`"${pair}" in "${text}" is no option=value`);
    return [key.trim(), parseValue(value.join('=').trim())];
  });
  return { name, options: Object.fromEntries(entries) };
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function checkOptions(definition: SearcherDefinition | PrunerDefinition, options: Record<string, unknown>): void {
  const parsed = definition.options.safeParse(options);
  if (parsed.success) return;
  const known = 'shape' in definition.options ? Object.keys(definition.options.shape as object) : [];
  const reasons = parsed.error.issues.map((issue) => {
    const keys = 'keys' in issue ? (issue.keys as string[]) : [];
    const [near] = keys.flatMap((key) => nearestNames(key, known));
    return `${issue.path.join('.')} ${issue.message}${near === undefined ? '' : `; did you mean "${near}"?`}`.trim();
  });
  throw new Error(`${definition.name} refuses its options: ${reasons.join('; ')}`);
}
