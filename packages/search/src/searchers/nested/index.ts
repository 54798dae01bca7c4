export { nested } from './nested.js';
