import { defineSource } from '../../source/block-source.js';

export const identitySource = defineSource<object>({ name: 'identity', layers: () => [] });
