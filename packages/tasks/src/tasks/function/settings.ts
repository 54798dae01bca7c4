import { unknownName } from '@cambium/core';
import { strictSettings } from '@cambium/spaces';
import * as z from 'zod';
import { checkSize } from './check-size.js';
import { functions } from './functions/registry.js';

/** Settings of the task function. */
export const functionSettings = strictSettings({
  function: z
    .enum(functions.names as [string, ...string[]], {
      error: (issue) => unknownName('function', String(issue.input), functions.names),
    })
    .default('bbob-f1')
    .meta({
      title: 'Function',
      description:
        'bbob-f1 to bbob-f24, zdt1 to zdt6, dtlz1 to dtlz7, mixed, conditional, gardner, binh-korn, and others.',
    }),
  dimension: z.int().min(1).optional().meta({
    title: 'Dimension',
    description: 'Number of parameters (of strings of bits for zdt5). What is usual for the function if unset.',
  }),
  objectives: z.int().min(1).optional().meta({
    title: 'Objectives',
    description: 'For dtlz1 to dtlz7, 3 if unset; all others have a fixed number.',
  }),
  instance: z.int().min(1).default(1).meta({
    title: 'Instance',
    description: 'Of the BBOB functions: another one has its optimum elsewhere and other rotations.',
  }),
  noise: z.number().min(0).default(0).meta({
    title: 'Noise',
    description: 'Standard deviation of normal noise on every objective; each step of each trial draws its own.',
  }),
  steps: z.int().min(1).max(10_000).default(1).meta({
    title: 'Steps',
    description: 'Length of a learning curve that ends at the function’s value; 1: no curve.',
  }),
}).superRefine(checkSize);

export type FunctionSettings = z.infer<typeof functionSettings>;
