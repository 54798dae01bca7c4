export { gp } from './gp.js';
