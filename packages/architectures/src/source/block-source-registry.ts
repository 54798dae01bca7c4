import { createRegistry, type Registry } from '@cambium/core';
import { blockSourceList } from '../blocks/block-source-list.gen.js';
import type { BlockSource } from './block-source.js';

/** How each block is written in Python, by the same names as the specs. */
export const blockSources: Registry<BlockSource> = createRegistry('block source', blockSourceList);
