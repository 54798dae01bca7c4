/**
 * Which room may import which. Read by infra/scripts/check-house.mjs; errors from the first commit, no baseline.
 * The table says what a package's own code may import; tests beside the code may also use what `tests` names.
 */
const rooms = {
  core: { uses: [], tests: [] },
  spaces: { uses: ['core'], tests: ['testkit', 'architectures'] },
  search: { uses: ['core', 'spaces'], tests: ['testkit'] },
  augment: { uses: ['core'], tests: ['testkit'] },
  architectures: { uses: ['core'], tests: ['spaces', 'testkit'] },
  datasets: { uses: ['core'], tests: ['testkit'] },
  artifacts: { uses: ['core'], tests: ['testkit'] },
  engine: { uses: ['core', 'architectures', 'augment', 'datasets'], tests: ['spaces', 'testkit'] },
  tasks: { uses: ['core', 'spaces', 'architectures', 'augment', 'datasets', 'engine'], tests: ['testkit'] },
  runner: { uses: ['core', 'tasks', 'artifacts'], tests: ['experiments', 'search', 'testkit'] },
  experiments: { uses: ['core', 'spaces', 'search'], tests: ['testkit'] },
  db: { uses: ['core'], tests: ['testkit', 'experiments'] },
  graphql: { uses: ['core'], tests: ['testkit'] },
  ui: { uses: ['core'], tests: [] },
  testkit: { uses: ['core'], tests: [] },
};

const test = '\\.test\\.tsx?$|/testing/|/testdata/';
const others = (names) => `^(packages/(?!(${names.join('|')})/)[^/]+|apps/[^/]+)/`;

const directions = Object.entries(rooms).flatMap(([room, { uses, tests }]) => [
  {
    name: `${room}-imports`,
    severity: 'error',
    comment: `${room} may import ${uses.join(', ') || 'nothing of ours'}`,
    from: { path: `^packages/${room}/src`, pathNot: test },
    to: { path: others([room, ...uses]) },
  },
  {
    name: `${room}-test-imports`,
    severity: 'error',
    from: { path: [`^packages/${room}/src/.*(${test})`] },
    to: { path: others([room, ...uses, ...tests]) },
  },
]);

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-own-index',
      severity: 'error',
      comment: 'a package root is for other packages; inside, import the file',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^$1/$2/src/index\\.ts$' },
    },
    {
      name: 'dashboard-imports',
      severity: 'error',
      comment: 'the dashboard knows typed documents, ui and core types, nothing else',
      from: { path: '^apps/dashboard/' },
      to: { path: '^(packages/(?!(core|graphql|ui)/)|apps/(?!dashboard/))' },
    },
    {
      name: 'nobody-imports-apps',
      severity: 'error',
      from: { path: '^apps/(?!cli/)([^/]+)/' },
      to: { path: '^apps/(?!$1/)' },
    },
    {
      name: 'tensorflow-in-engine',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: ['^packages/engine/', '^packages/architectures/src/.*build\\.ts$', test],
      },
      to: { path: 'node_modules/@tensorflow/' },
    },
    {
      name: 'postgres-in-db',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: '^packages/db/' },
      to: { path: 'node_modules/(typeorm|pg|pg-boss)/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // That package is types only: there is no module to resolve.
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
    ...directions,
  ],
  options: {
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.next|generated)/' },
  },
};
