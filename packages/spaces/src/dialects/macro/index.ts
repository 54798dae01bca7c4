export { macro } from './macro.js';
