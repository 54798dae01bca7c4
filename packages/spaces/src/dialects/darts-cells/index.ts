export { dartsCells } from './darts-cells.js';
