export { enas } from './enas.js';
