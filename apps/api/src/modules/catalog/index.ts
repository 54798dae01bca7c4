export { catalogQuery } from './catalog.query.js';
export { metricType } from './metric-type.js';
