import { createRegistry, type Registry } from '@cambium/core';
import type { FunctionDefinition } from '../test-function.js';
import { bbob } from './bbob/definitions.js';
import { classic } from './classic.js';
import { conditional } from './conditional.js';
import { constrained } from './constrained.js';
import { dtlz } from './dtlz.js';
import { mixed } from './mixed.js';
import { zdt } from './zdt.js';

export const functions: Registry<FunctionDefinition> = createRegistry('function', [
  ...bbob,
  ...classic,
  mixed,
  conditional,
  ...constrained,
  ...zdt,
  ...dtlz,
]);
