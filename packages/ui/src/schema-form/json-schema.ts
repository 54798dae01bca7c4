/** The part of JSON Schema (draft 2020-12) that the registries' option schemas use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  /** Shown after the field: `s`, `epochs`. An annotation, no constraint. */
  readonly unit?: string;
  /** Few people change it: asked for under "More options". An annotation, no constraint. */
  readonly rare?: boolean;
  /** The editor made for values of this schema, where a form would not do. An annotation, no constraint. */
  readonly editor?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** How a schema is asked for. */
export type FieldKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly integer: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly (string | number | boolean)[] }
  | { readonly kind: 'choices'; readonly choices: readonly (string | number)[] }
  | { readonly kind: 'list'; readonly of: 'text' | 'number' }
  | { readonly kind: 'object'; readonly properties: readonly (readonly [name: string, schema: JsonSchema])[] }
  | { readonly kind: 'variants'; readonly variants: readonly JsonSchema[] }
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'json' };

/** Follows `$ref` into `root`, merges a single `allOf` and drops the null of an optional `anyOf`. */
export function resolveSchema(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref?.startsWith('#/$defs/')) {
    const target = root.$defs?.[schema.$ref.slice('#/$defs/'.length)];
    if (target) return resolveSchema({ ...target, ...without(schema, '$ref') }, root);
  }
  const only = schema.allOf?.length === 1 ? schema.allOf[0] : undefined;
  if (only) return resolveSchema({ ...only, ...without(schema, 'allOf') }, root);
  const options = (schema.anyOf ?? schema.oneOf)?.filter((each) => each.type !== 'null');
  const single = options?.length === 1 ? options[0] : undefined;
  if (single) return resolveSchema({ ...single, ...without(without(schema, 'anyOf'), 'oneOf') }, root);
  return schema;
}

/** Whether null is a value of its own. */
export function isNullable(schema: JsonSchema, root: JsonSchema): boolean {
  if (schema.$ref?.startsWith('#/$defs/')) {
    return isNullable(root.$defs?.[schema.$ref.slice('#/$defs/'.length)] ?? {}, root);
  }
  if (schema.type === 'null' || (Array.isArray(schema.type) && schema.type.includes('null'))) return true;
  return (schema.anyOf ?? schema.oneOf ?? []).some((each) => isNullable(each, root));
}

/** Which field draws this (resolved) schema. What no field can draw is edited as JSON. */
export function fieldKind(schema: JsonSchema, root: JsonSchema): FieldKind {
  if ('const' in schema) return { kind: 'fixed', value: schema.const };
  if (schema.enum) return { kind: 'choice', choices: schema.enum.filter(isPlain) };
  const variants = (schema.anyOf ?? schema.oneOf)?.filter((each) => each.type !== 'null');
  if (variants && variants.length > 0) {
    if (variants.every((each) => isPlain(each.const)))
      return { kind: 'choice', choices: variants.map((each) => each.const as string) };
    return { kind: 'variants', variants: variants.map((each) => resolveSchema(each, root)) };
  }
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((each) => each !== 'null');
  switch (type) {
    case 'string':
      return { kind: 'text' };
    case 'number':
    case 'integer':
      return { kind: 'number', integer: type === 'integer' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return listKind(schema, root);
    case 'object':
      if (schema.properties && Object.keys(schema.properties).length > 0)
        return { kind: 'object', properties: Object.entries(schema.properties) };
      return { kind: 'json' };
    default:
      return { kind: 'json' };
  }
}

function listKind(schema: JsonSchema, root: JsonSchema): FieldKind {
  const items = schema.items ? resolveSchema(schema.items, root) : undefined;
  if (!items) return { kind: 'json' };
  const item = fieldKind(items, root);
  if (item.kind === 'choice')
    return { kind: 'choices', choices: item.choices.filter((each) => typeof each !== 'boolean') };
  if (item.kind === 'text' || item.kind === 'number') return { kind: 'list', of: item.kind };
  return { kind: 'json' };
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function without<T extends object>(value: T, key: string): T {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T;
}
