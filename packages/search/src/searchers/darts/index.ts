export { darts } from './darts.js';
