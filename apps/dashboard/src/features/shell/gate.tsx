import { SessionDocument } from '@cambium/graphql';
import type { ReactElement, ReactNode } from 'react';
import { query } from '../../lib/apollo/rsc-client.js';
import { classifyFailure, type Failure } from './failure.js';
import { ServerFailure } from './server-failure.js';

/** Renders the page for someone who is signed in; else says what to do. */
export async function Gate({ children }: { readonly children: ReactNode }): Promise<ReactElement> {
  const failure = await sessionFailure();
  return failure === null ? <>{children}</> : <ServerFailure failure={failure} />;
}

async function sessionFailure(): Promise<Failure | null> {
  try {
    await query({ query: SessionDocument });
    return null;
  } catch (error) {
    return classifyFailure(error);
  }
}
