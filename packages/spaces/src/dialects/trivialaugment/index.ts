export { trivialaugment } from './trivialaugment.js';
