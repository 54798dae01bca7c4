export { dada } from './dada.js';
