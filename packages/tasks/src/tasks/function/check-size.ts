import type { RefinementCtx } from 'zod';
import { functions } from './functions/registry.js';
import type { Choice, FunctionSize } from './test-function.js';

/** What settings say about the size of a function. */
export interface SizeSettings {
  readonly function: string;
  readonly dimension?: number | undefined;
  readonly objectives?: number | undefined;
  readonly instance: number;
}

/** With what is usual where nothing is said. */
export function sizeOf(settings: SizeSettings): FunctionSize {
  const definition = functions.get(settings.function);
  const objectives = settings.objectives ?? definition.objectives.default;
  const usual = definition.usualDimension?.(objectives) ?? definition.dimension.default;
  return { dimension: settings.dimension ?? usual, objectives, instance: settings.instance };
}

/** Refuses sizes that the function does not have, field by field. */
export function checkSize(settings: SizeSettings, context: RefinementCtx): void {
  const definition = functions.get(settings.function);
  const size = sizeOf(settings);
  const choices: Record<keyof FunctionSize, Choice> = {
    dimension: definition.dimension,
    objectives: definition.objectives,
    instance: { default: 1, min: 1, max: definition.instances },
  };
  const refuse = (field: keyof FunctionSize, right: string) => {
    const message = `${settings.function} can't have ${field} ${size[field]}; ${right}`;
    context.addIssue({ code: 'custom', path: [field], message, params: { code: 'bad-range' } });
  };
  let outside = false;
  for (const field of ['dimension', 'objectives', 'instance'] as const) {
    const { min, max } = choices[field];
    if (size[field] >= min && size[field] <= max) continue;
    outside = true;
    refuse(field, min === max ? `leave it out, it is always ${min}` : `give a whole number from ${min} to ${max}`);
  }
  const refused = outside ? undefined : definition.refuse?.(size);
  if (refused !== undefined) refuse(refused.field, refused.message);
}
