import { unknownName } from '@cambium/core';
import * as z from 'zod';

/** An object that refuses keys it doesn't know and says which one was probably meant. */
export function strictSettings<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownName('setting', key, known)).join('. ')
        : undefined,
  });
}
