import * as z from 'zod';

/** Attributes that several blocks share, with the same limits everywhere. */
export const filters = z.int().min(1).max(4096).describe('Channels of the output');
export const kernel = z.int().min(1).max(31).describe('Height and width of the kernel, in pixels');
export const stride = z.int().min(1).max(16).default(1).describe('Step between outputs, in pixels');
export const activation = z.enum(['relu', 'none']).describe('What follows the layer');
