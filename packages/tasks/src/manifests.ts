export { tasks } from './task-registry.js';
