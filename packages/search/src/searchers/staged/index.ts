export { staged } from './staged.js';
