import { availableParallelism } from 'node:os';

/** Unit tests read the sources; integration tests read what ships (dist), so that worker files and bins are the real ones. */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];
const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '\\.css$': '<rootDir>/test/support/empty.cjs' },
  rootDir: import.meta.dirname,
  modulePathIgnorePatterns: ['/dist/', '/.next/'],
};
export default {
  // Far above what any test needs: a busy machine is no failure.
  testTimeout: 30_000,
  // Two even on two cores: many tests wait for processes. No more than the test database has connections for.
  maxWorkers: Math.min(4, Math.max(2, availableParallelism() - 1)),
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
      testMatch: ['<rootDir>/{packages,apps}/*/src/**/*.test.ts', '<rootDir>/infra/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      testMatch: ['<rootDir>/{packages,apps}/*/src/**/*.test.tsx'],
      setupFiles: ['<rootDir>/test/support/jsdom.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/{integration,faults,quality,scale,migrations}/**/*.test.ts'],
      modulePathIgnorePatterns: ['/.next/'],
    },
  ],
};
