/**
 * The part of a zod schema that core needs. `core` depends on nothing, so it names the shape; every zod type has it.
 */
export interface Schema<T> {
  safeParse(input: unknown):
    | { success: true; data: T }
    | {
        success: false;
        error: { issues: readonly { path: readonly PropertyKey[]; message: string; code?: unknown }[] };
      };
}
