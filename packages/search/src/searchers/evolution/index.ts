export { evolution } from './evolution.js';
