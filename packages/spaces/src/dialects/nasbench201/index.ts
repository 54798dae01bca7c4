export { nasbench201 } from './nasbench201.js';
