const only = (name, room, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^packages/${room}/src`, pathNot: '\\.test\\.ts$|/testing/' },
  to: { path: '^(packages|services)/', pathNot: `^packages/(${[room, ...allowed].join('|')})/` },
})

/** Who may import whom: docs/architecture.md draws it. */
export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'services-are-islands',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    only('contracts-imports-nothing-of-ours', 'contracts', []),
    only('runtime-imports-nothing-of-ours', 'runtime', []),
    only('embedded-imports-nothing-of-ours', 'embedded', []),
    only('sources-knows-contracts-only', 'sources', ['contracts']),
    only('documents-knows-contracts-only', 'documents', ['contracts']),
    only('retrieval-knows-contracts-only', 'retrieval', ['contracts']),
    only('paper-imports-nothing-of-ours', 'paper', []),
    only('value-knows-contracts-and-paper', 'value', ['contracts', 'paper']),
    only('portfolio-knows-contracts-and-paper', 'portfolio', ['contracts', 'paper']),
    only('db-knows-contracts-only', 'db', ['contracts']),
    only('client-imports-nothing-of-ours', 'client', []),
    {
      name: 'the-console-talks-http-only',
      severity: 'error',
      from: { path: '^services/web/src/' },
      to: { path: '^(packages|services)/', pathNot: '^(services/web|packages/client)/' },
    },
    only('queue-knows-the-ground-floor', 'queue', ['contracts', 'runtime', 'db']),
    {
      name: 'testkit-is-for-tests',
      severity: 'error',
      from: {
        path: '^(packages|services)/',
        pathNot: '\\.test\\.ts$|/testing/|^services/web/test/|^packages/testkit/',
      },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'only-queue-knows-bullmq',
      severity: 'error',
      from: { path: '^(packages|services)/', pathNot: '^packages/queue/' },
      to: { path: 'node_modules/bullmq/' },
    },
    {
      name: 'only-db-knows-drizzle',
      severity: 'error',
      from: { path: '^(packages|services)/', pathNot: '^packages/db/' },
      to: { path: 'node_modules/drizzle-orm/' },
    },
    {
      name: 'no-deep-imports',
      severity: 'error',
      // Tests may use what a package exports for tests.
      from: { path: '^(packages|services)/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/src/',
        pathNot: [
          '^$1/$2/',
          '/src/index\\.ts$',
          '^packages/(db|retrieval)/src/search\\.ts$',
          '^packages/contracts/src/kinds/',
          '^packages/sources/src/github/testing/rate-budget-contract',
          '^packages/retrieval/src/testing/embeddings-server',
        ],
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // What was built of the sources is no source.
    exclude: { path: '^services/web/dist' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
