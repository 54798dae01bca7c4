import {
  type Issue,
  type JsonObject,
  type NamedOptions,
  prefixIssues,
  type Registry,
  type Schema,
  type SearcherDefinition,
  unknownName,
} from '@cambium/core';
import type { ChosenSearcher } from './check-searchable.js';
import { parseWith } from './schema-issues.js';

interface Configurable {
  readonly name: string;
  readonly options: Schema<unknown>;
}

export interface CheckedAlgorithm<T> {
  readonly definition?: T;
  /** Absent when they were refused. */
  readonly options?: JsonObject;
  readonly issues: readonly Issue[];
}

/** Looks a searcher or pruner up and completes its options. Issue paths start at its field. */
export function checkAlgorithm<T extends Configurable>(
  registry: Registry<T>,
  given: NamedOptions,
): CheckedAlgorithm<T> {
  const definition = registry.find(given.name);
  if (definition === undefined) {
    const message = unknownName(registry.kind, given.name, registry.names);
    return { issues: [{ path: ['name'], code: `unknown-${registry.kind}`, message }] };
  }
  const parsed = parseWith(definition.options, given.options);
  if (parsed.kind === 'refused') return { definition, issues: prefixIssues(['options'], parsed.issues) };
  return { definition, options: parsed.data as JsonObject, issues: [] };
}

/** The searcher, where neither its name nor its options were refused. */
export function chosenSearcher(checked: CheckedAlgorithm<SearcherDefinition> | undefined): ChosenSearcher | undefined {
  const { definition, options } = checked ?? {};
  return definition === undefined || options === undefined ? undefined : { definition, options };
}
