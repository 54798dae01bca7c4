export { population } from './population.js';
