export * from './compile-space.js';
export * from './constrain-space.js';
export * from './enumerate-points.js';
export * from './registry.js';
export { isActive } from './space/activity.js';
export { createSpace } from './space/create-space.js';
