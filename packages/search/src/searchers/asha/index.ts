export { asha } from './asha.js';
