import { type DecodeContext, type ExperimentSpec, type Issue, prefixIssues, type TaskEnvironment } from '@cambium/core';
import type { Registries } from '../registries.js';
import { checkSteps, checkSupernet } from './check-abilities.js';
import { checkDesign } from './check-design.js';
import { checkSpec } from './check-spec.js';
import { parseWith } from './schema-issues.js';
import { sharesWeights } from './shares-weights.js';
import { usedSearchers } from './used-searchers.js';

export type PreparedSpec =
  | {
      readonly kind: 'ready';
      readonly spec: ExperimentSpec;
      readonly context: DecodeContext;
      /** The last step a trial reports when nobody stops it. */
      readonly maxStep: number;
    }
  | {
      readonly kind: 'refused';
      readonly issues: readonly Issue[];
      /** Known when all that is wrong concerns it. */
      readonly maxStep?: number;
    };

/** `checkSpec`, and then the task looks whether its data is there, and offers its own space where none is given. */
export async function prepareSpec(
  input: unknown,
  registries: Registries,
  environment: TaskEnvironment,
): Promise<PreparedSpec> {
  const checked = checkSpec(input, registries);
  if (checked.kind === 'refused') return checked;
  const { task } = checked;
  const settings = parseWith(task.settings, checked.spec.task.settings);
  if (settings.kind === 'refused')
    return { kind: 'refused', issues: prefixIssues(['task', 'settings'], settings.issues) };
  const prepared = await task.prepare(settings.data, environment);
  if (prepared.kind === 'refused') {
    return { kind: 'refused', issues: prefixIssues(['task', 'settings'], prepared.issues) };
  }
  const { context, maxStep } = prepared;
  // The task's space is checked like one that is given: the searcher may not be up to it.
  const whole =
    checked.spec.space === undefined ? checkSpec({ ...(input as object), space: prepared.space }, registries) : checked;
  if (whole.kind === 'refused') return whole;
  const { space } = whole.spec;
  if (space === undefined) throw new Error(`task ${task.name} says that it has a space of its own, and offers none`);
  const spec = { ...whole.spec, space };
  const searchers = usedSearchers(registries.searchers.get(spec.searcher.name), spec.searcher.options);
  const issues = [
    ...checkSteps({ searchers, maxStep }),
    ...checkSupernet({ searchers, sharesWeights: sharesWeights(space, context) }),
    ...checkDesign(spec, { task, settings: settings.data, context }),
  ];
  if (issues.length > 0) return { kind: 'refused', issues, maxStep };
  return { kind: 'ready', spec, context, maxStep };
}
