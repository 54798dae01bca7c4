export { fastAutoaugment } from './fast-autoaugment.js';
