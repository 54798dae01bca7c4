export { catalogQuery } from './catalog.query.js';
