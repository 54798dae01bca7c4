export { nasnetCells } from './nasnet-cells.js';
