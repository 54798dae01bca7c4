import { createRegistry } from '@cambium/core';
import { opList } from './ops/op-list.gen.js';

/** Every op, by name. */
export const ops = createRegistry('augmentation op', opList);
