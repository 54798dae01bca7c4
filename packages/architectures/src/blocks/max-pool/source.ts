import { poolSource } from '../../pool-source.js';

export const maxPoolSource = poolSource('max-pool', 'Max');
