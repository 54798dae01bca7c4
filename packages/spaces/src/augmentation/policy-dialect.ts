import type { AugmentationPolicy, DialectDefinition, Parameter, Params } from '@cambium/core';
import * as z from 'zod';
import { strictSettings } from '../schema/strict-settings.js';
import { canonicalPolicy } from './canonical-policy.js';
import { groupName, ofGroup, paramsOfGroup } from './class-groups.js';
import { type SharedSettings, sharedFields } from './shared-fields.js';

/** A way to write augmentation policies. */
export interface PolicySearch<Shape extends z.ZodRawShape> {
  readonly name: string;
  readonly summary: string;
  readonly fields: Shape;
  /** What the fields can't say one by one. */
  check?(settings: z.infer<z.ZodObject<Shape>>, context: z.core.$RefinementCtx): void;
  /** Of one policy, named `aug.…`. */
  parameters(settings: z.infer<z.ZodObject<Shape>>): readonly Parameter[];
  decode(params: Params, settings: z.infer<z.ZodObject<Shape>>): AugmentationPolicy;
}

/** Adds what all policies have: steps that always come first, policies of their own for groups of classes, and equality. */
export function policyDialect<Shape extends z.ZodRawShape>(
  search: PolicySearch<Shape>,
): DialectDefinition<unknown, 'aug'> {
  type Settings = z.infer<z.ZodObject<Shape>> & SharedSettings;
  const object = strictSettings({ ...search.fields, ...sharedFields });
  const settings = object.superRefine((given, context) => search.check?.(given as Settings, context));

  const parameters = (given: Settings): readonly Parameter[] => {
    const own = search.parameters(given);
    if (given.classGroups.length === 0) return own;
    return [...given.classGroups.keys(), 'rest' as const].flatMap((group) =>
      own.map((parameter) => ofGroup(parameter, groupName(group))),
    );
  };
  const decode = (params: Params, given: Settings): AugmentationPolicy => {
    const searched = decodeGroups(params, given);
    const { before } = given;
    return before.length === 0
      ? searched
      : { kind: 'chain', policies: [{ kind: 'sequence', steps: before }, searched] };
  };
  const decodeGroups = (params: Params, given: Settings): AugmentationPolicy => {
    if (given.classGroups.length === 0) return search.decode(params, given);
    const policyOf = (group: number | 'rest') => search.decode(paramsOfGroup(params, groupName(group)), given);
    const classes = given.classGroups.flatMap((labels, group) => {
      const policy = policyOf(group);
      return labels.map((label) => [label, policy] as const);
    });
    return { kind: 'per-class', classes: Object.fromEntries(classes), otherwise: policyOf('rest') };
  };
  const definition: DialectDefinition<Settings, 'aug'> = {
    name: search.name,
    branch: 'aug',
    summary: search.summary,
    settings: settings as unknown as z.ZodType<Settings>,
    parameters,
    decode,
    canonicalKey: (params, given) => JSON.stringify(canonicalPolicy(decode(params, given))),
  };
  return definition as DialectDefinition<unknown, 'aug'>;
}
