export { bohb } from './bohb.js';
