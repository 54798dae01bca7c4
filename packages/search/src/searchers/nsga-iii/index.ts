export { nsgaIii } from './nsga-iii.js';
