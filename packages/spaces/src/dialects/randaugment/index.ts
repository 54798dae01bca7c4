export { randaugment } from './randaugment.js';
