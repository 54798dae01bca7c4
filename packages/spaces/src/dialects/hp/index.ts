export { hp } from './hp.js';
