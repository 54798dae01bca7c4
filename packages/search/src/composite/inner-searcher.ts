import { type JsonObject, type SearcherDefinition, unknownName } from '@cambium/core';
import * as z from 'zod';
import type { FindSearchers } from './compose-searcher.js';

/** As options name a searcher within another: its options are completed and checked by its own schema. */
export type NamedSearcher = { readonly name: string; readonly options: JsonObject };

export interface InnerSearcherSettings {
  /** Taken where no name is given. */
  readonly preset: string;
  /** True: one that ends trials early by itself is refused. */
  readonly wholeTrials?: boolean;
}

/**
 * The schema of an option that names a searcher. Everything that is wrong with its name or its options is said with the path
 * of the field. Searchers that train supernets, folds to judge policies by, or policies are refused: such trials stand for no
 * design.
 */
export function innerSearcher(searchers: FindSearchers, { preset, wholeTrials = false }: InnerSearcherSettings) {
  return z
    .strictObject({
      name: z.string().min(1).default(preset).meta({ title: 'Method', description: 'Any searcher by its name.' }),
      options: z.record(z.string(), z.json()).default({}).meta({
        title: 'Its options',
        description: 'As for an experiment with this searcher; {} is its defaults.',
      }),
    })
    .transform((given, context): NamedSearcher => {
      const definition = searchers().find(given.name);
      if (definition === undefined) {
        const message = unknownName('searcher', given.name, searchers().names);
        context.addIssue({ code: 'custom', path: ['name'], message, params: { code: 'unknown-searcher' } });
        return z.NEVER;
      }
      if (definition.capabilities.supernet === true) {
        const message = `${given.name} trains all networks of a space together, which can't be done within another search; take another searcher`;
        context.addIssue({ code: 'custom', path: ['name'], message, params: { code: 'no-supernet' } });
        return z.NEVER;
      }
      if (definition.capabilities.densityMatching === true) {
        const message = `${given.name} trains networks for policies to be judged by, which can't be done within another search; take another searcher`;
        context.addIssue({ code: 'custom', path: ['name'], message, params: { code: 'no-density-matching' } });
        return z.NEVER;
      }
      if (definition.capabilities.relaxedPolicy === true) {
        const message = `${given.name} learns policies while it trains a network, which can't be done within another search; take another searcher`;
        context.addIssue({ code: 'custom', path: ['name'], message, params: { code: 'no-relaxed-policy' } });
        return z.NEVER;
      }
      if (wholeTrials && definition.capabilities.multiFidelity) {
        const message = `${given.name} decides itself how long each trial runs, and here trials run to their end; take another searcher, and a pruner such as asha`;
        context.addIssue({ code: 'custom', path: ['name'], message, params: { code: 'no-fidelity' } });
        return z.NEVER;
      }
      const parsed = definition.options.safeParse(given.options);
      if (parsed.success) return { name: given.name, options: parsed.data as JsonObject };
      for (const issue of parsed.error.issues) {
        context.addIssue({ ...(issue as z.core.$ZodIssue), path: ['options', ...issue.path] } as never);
      }
      return z.NEVER;
    });
}

/** The definition behind a name that the schema has let through. */
export function definitionOf(searchers: FindSearchers, { name }: NamedSearcher): SearcherDefinition {
  return searchers().get(name);
}
