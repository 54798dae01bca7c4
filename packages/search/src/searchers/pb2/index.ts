export { pb2 } from './pb2.js';
