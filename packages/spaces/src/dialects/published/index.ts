export { publishedPolicies as published } from './published.js';
