import { createRegistry, type DialectDefinition, type Registry } from '@cambium/core';
import { dialectList } from './dialects/dialect-list.gen.js';

/** Every dialect, one for each folder under dialects/. */
export const dialects: Registry<DialectDefinition> = createRegistry<DialectDefinition>('dialect', dialectList);
