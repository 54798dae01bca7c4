import type { EntitySchemaColumnOptions } from 'typeorm';

/** Some JSON. */
export type StoredDocument = NonNullable<unknown> | null;

/**
 * A core type as TypeORM sees it: documents are opaque. Its query types walk through every property, and never come to
 * an end in recursive JSON.
 */
export type Stored<T> = {
  [Key in keyof T]: T[Key] extends string | number | boolean | null ? T[Key] : StoredDocument;
};

/** Milliseconds since 1970 by the server's clock, exact. PostgreSQL's driver gives 64-bit integers as text. */
export function millis(name: string, options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions {
  return {
    type: 'bigint',
    name,
    transformer: {
      to: (value: number | null) => value,
      from: (value: string | null) => (value === null ? null : Number(value)),
    },
    ...options,
  };
}

/**
 * A document that must come back as it was written. `json`, not `jsonb`: `jsonb` sorts the keys of objects, and the
 * order of a space's parameters decides which random draw goes to which; it also refuses the NUL bytes of a crash's stderr.
 */
export function document(name: string, options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions {
  return { type: 'json', name, ...options };
}

export function uuid(name: string, options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions {
  return { type: 'uuid', name, ...options };
}

export function text(name: string, options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions {
  return { type: 'text', name, ...options };
}

export function integer(name: string, options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions {
  return { type: 'integer', name, ...options };
}

/** A 64-bit float, every bit kept. */
export function double(name: string, options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions {
  return { type: 'double precision', name, ...options };
}

/** One-column foreign key whose rows go with the row they point to. */
export function belongsTo(table: string, property: string, name: string) {
  return {
    name,
    target: table,
    columnNames: [property],
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE' as const,
  };
}

/** False for what the database would refuse as the text of an id. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
