import { poolSource } from '../../pool-source.js';

export const avgPoolSource = poolSource('avg-pool', 'Avg');
