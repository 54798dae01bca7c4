import { HttpLink } from '@apollo/client';
import { ApolloClient, InMemoryCache, registerApolloClient } from '@apollo/client-integration-nextjs';
import { cookies } from 'next/headers';
import { currentApiUrl } from '../../env.js';
import { cacheConfig } from './cache-config.js';

/** Apollo for server components: asks the API directly, as the visitor (their cookie goes along), and caches nothing. */
export const { getClient, query, PreloadQuery } = registerApolloClient(async () => {
  const cookie = (await cookies()).toString();
  return new ApolloClient({
    cache: new InMemoryCache(cacheConfig),
    link: new HttpLink({
      uri: `${currentApiUrl()}/graphql`,
      headers: cookie === '' ? {} : { cookie },
      fetchOptions: { cache: 'no-store' },
    }),
  });
});
