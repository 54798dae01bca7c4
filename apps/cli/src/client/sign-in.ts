import { createGraphqlClient, type GraphqlClient, type GraphqlClientOptions } from '@cambium/graphql';
import { CommandError } from '../command-error.js';

export interface SignedInClient extends GraphqlClient {
  readonly connection: GraphqlClientOptions;
}

/** Redeems a one-time link as a browser would and keeps the session's cookie. `url`: the API's origin. */
export async function signIn(url: string, loginLink: string): Promise<SignedInClient> {
  const { pathname, search } = new URL(loginLink);
  const response = await fetch(new URL(pathname + search, url), { redirect: 'manual' });
  const cookie = response.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ');
  if (cookie === '') throw new CommandError(`Signing in at ${url} failed: HTTP ${response.status}`);
  const connection = { url, headers: { cookie } };
  return { ...createGraphqlClient(connection), connection };
}
