export { nsgaIi } from './nsga-ii.js';
