import { CambiumError } from '@cambium/core';
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import { type Actor, type ActorRole, roleOf } from '../context/actor.js';

export type Guards = Readonly<Record<string, readonly ActorRole[]>>;

interface GuardedContext {
  readonly actor: Actor;
}

/**
 * Puts a guard before the resolver of every root field. Everything else is reached through a root field, in objects
 * that its resolver has chosen for the caller.
 * @throws Error when a root field has no line in the map, or a line no field: found at start, not by a visitor.
 */
export function guardSchema(schema: GraphQLSchema, guards: Guards): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const seen = new Set<string>();
  for (const type of roots) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const name = `${type?.name}.${field.name}`;
      const roles = guards[name];
      if (roles === undefined) throw new Error(`the guard map has no line for ${name}: say who may call it`);
      seen.add(name);
      guardField(field, name, roles);
    }
  }
  const unknown = Object.keys(guards).filter((name) => !seen.has(name));
  if (unknown.length > 0) throw new Error(`the guard map speaks of fields that do not exist: ${unknown.join(', ')}`);
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
