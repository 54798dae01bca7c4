import { createRegistry, type Registry } from '@cambium/core';
import type { BlockSpec } from './block-spec.js';
import { blockSpecList } from './blocks/block-spec-list.gen.js';

/** Every block, by the name that architectures use. */
export const blocks: Registry<BlockSpec> = createRegistry('block', blockSpecList);
