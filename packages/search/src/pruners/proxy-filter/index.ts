export { proxyFilter } from './proxy-filter.js';
