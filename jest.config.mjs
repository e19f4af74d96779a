/** One configuration at the root; a workspace needs none of its own. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{packages,services,scripts,infra,bench}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/packages/testkit/src/global-setup.mjs',
  globalTeardown: '<rootDir>/packages/testkit/src/global-teardown.mjs',
  reporters: ['default', '<rootDir>/scripts/closing-line.mjs'],
  // Only against what never ends: on a busy machine good tests take their time.
  testTimeout: 120_000,
  maxWorkers: 2,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
}
