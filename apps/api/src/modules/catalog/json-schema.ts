import type { JsonObject, Schema } from '@cambium/core';
import * as z from 'zod';

/**
 * JSON Schema (draft 2020-12) of what a person may write: defaults are optional. Parts that JSON Schema can't say are
 * left open; validation says them.
 */
export function jsonSchemaOf(schema: Schema<unknown>): JsonObject {
  // Registries hold core's Schema, which names the part of a zod type that core needs; every entry is a zod type.
  return z.toJSONSchema(schema as unknown as z.ZodType, { io: 'input', unrepresentable: 'any' }) as JsonObject;
}
