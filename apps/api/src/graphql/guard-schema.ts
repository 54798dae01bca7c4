import { CambiumError } from '@cambium/core';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { type Actor, type ActorRole, roleOf } from '../context/actor.js';

/** By `Type.field` for the root types, by `Type` for all others. */
export type Guards = Readonly<Record<string, readonly ActorRole[]>>;

interface GuardedContext {
  readonly actor: Actor;
}

/**
 * Puts a guard before the resolver of every field: each root field has a line of its own, the fields of every other type
 * share their type's.
 * @throws Error when a field has no line in the map, or a line no field: found at start, not by a visitor.
 */
export function guardSchema(schema: GraphQLSchema, guards: Guards): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const used = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const line = roots.includes(type) ? name : type.name;
      const roles = guards[line];
      if (roles === undefined) throw new Error(`the guard map has no line for ${line}: say who may use it`);
      used.add(line);
      guardField(field, name, roles);
    }
  }
  const unknown = Object.keys(guards).filter((line) => !used.has(line));
  if (unknown.length > 0) throw new Error(`the guard map speaks of what does not exist: ${unknown.join(', ')}`);
  return schema;
}

function guardField(field: GraphQLField<unknown, GuardedContext>, name: string, roles: readonly ActorRole[]): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = (source, args, context, info) => {
    check(context.actor, name, roles);
    return resolve(source, args, context, info);
  };
  if (subscribe === undefined) return;
  field.subscribe = (source, args, context, info) => {
    check(context.actor, name, roles);
    return subscribe(source, args, context, info);
  };
}

function check(actor: Actor, name: string, roles: readonly ActorRole[]): void {
  const role = roleOf(actor);
  if (roles.includes(role)) return;
  if (role === 'anonymous') throw new CambiumError('unauthenticated', 'sign in first');
  throw new CambiumError('forbidden', `${name} is not open to a ${role}; it needs: ${roles.join(' or ')}`);
}
