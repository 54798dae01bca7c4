export { successiveHalving } from './successive-halving.js';
