import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  transpilePackages: ['@cambium/ui'],
  // Turbopack maps `./x.js` to `./x.tsx` only under module `nodenext`, under which TypeScript does not resolve `next/link`.
  // So Turbopack reads its own file and `npm run typecheck` checks the types with tsconfig.json.
  typescript: { tsconfigPath: 'tsconfig.next.json', ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
};

export default config;
