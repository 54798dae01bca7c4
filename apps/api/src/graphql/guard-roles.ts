import type { ActorRole } from '../context/actor.js';

export const reading: readonly ActorRole[] = ['viewer', 'member', 'owner'];
export const changing: readonly ActorRole[] = ['member', 'owner'];
export const owning: readonly ActorRole[] = ['owner'];
export const running: readonly ActorRole[] = ['runner'];
