export { autoaugment } from './autoaugment.js';
