const lockFiles = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'cargo.lock',
  'go.sum',
  'gemfile.lock',
  'composer.lock',
  'poetry.lock',
  'pdm.lock',
  'uv.lock',
  'pipfile.lock',
  'mix.lock',
  'podfile.lock',
  'flake.lock',
  'gradle.lockfile',
  'packages.lock.json',
  'pubspec.lock',
])

const manifests = new Set([
  'package.json',
  'pnpm-workspace.yaml',
  'cargo.toml',
  'go.mod',
  'gemfile',
  'composer.json',
  'pyproject.toml',
  'requirements.txt',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'pipfile',
])

const baseName = (path: string) => (path.split('/').at(-1) ?? '').toLowerCase()

/** Written by a package manager. */
export const isLockFile = (path: string): boolean => lockFiles.has(baseName(path))

/** Written by a tool, or somebody else's code kept inside: nobody typed these lines for this change. */
export const isGenerated = (path: string): boolean =>
  isLockFile(path) ||
  /(^|\/)(node_modules|vendor|third_party|dist|__generated__|generated|__snapshots__)\//i.test(path) ||
  /(\.min\.(js|css)|\.map|\.snap|\.pb\.go|_pb2\.py|\.generated\.\w+|\.g\.dart)$/i.test(path)

/** Names the packages that a project depends on. */
export const isManifest = (path: string): boolean => manifests.has(baseName(path))

export const isTest = (path: string): boolean =>
  /(^|\/)(tests?|__tests__|specs?|testdata|fixtures|e2e|testing)\//i.test(path) ||
  /[._-](test|spec)s?\.\w+$/i.test(path)

export const isDocumentation = (path: string): boolean =>
  /(^|\/)(docs?|documentation)\//i.test(path) || /\.(md|mdx|rst|adoc)$/i.test(path)

/** Builds, checks and ships the project but is no part of what it does. */
export const isTooling = (path: string): boolean =>
  /^(\.github|\.circleci|\.gitlab|\.husky|\.vscode|\.changeset|ci)\//i.test(path) ||
  /(^|\/)(makefile|dockerfile|\.gitignore|\.editorconfig|\.npmrc|\.nvmrc|\.mailmap|codeowners|renovate\.json5?|\.?eslint[^/]*|\.prettier[^/]*|[^/]*lint[^/]*\.ya?ml)$/i.test(
    path,
  )
