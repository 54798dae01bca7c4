export * from './compile-space.js';
export * from './constrain-space.js';
export { domainSize } from './domain/domain-size.js';
export { listValues, spreadValues } from './domain/list-values.js';
export * from './enumerate-points.js';
export * from './point-at.js';
export * from './registry.js';
export { isActive } from './space/activity.js';
export { createSpace } from './space/create-space.js';
