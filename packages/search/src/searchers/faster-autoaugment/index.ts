export { fasterAutoaugment } from './faster-autoaugment.js';
