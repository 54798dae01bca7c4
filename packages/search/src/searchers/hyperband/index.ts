export { hyperband } from './hyperband.js';
