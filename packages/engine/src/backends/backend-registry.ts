import { createRegistry, type Registry } from '@cambium/core';
import { backendList } from './backend-list.gen.js';
import type { BackendDefinition } from './engine-backend.js';

export const backends: Registry<BackendDefinition> = createRegistry('backend', backendList);
