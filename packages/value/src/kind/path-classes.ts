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
const isLockFile = (path: string): boolean => lockFiles.has(baseName(path))

/** Written by a tool, or somebody else's code kept inside: nobody typed these lines for this change. */
export const isGenerated = (path: string): boolean =>
  isLockFile(path) ||
  /(^|\/)(node_modules|vendor|third_party|dist|__generated__|generated|__snapshots__)\//i.test(path) ||
  /(\.min\.(js|css)|\.map|\.snap|\.pb\.go|_pb2\.py|\.generated\.\w+|\.g\.dart)$/i.test(path)

/** Names the packages that a project depends on. */
const isManifest = (path: string): boolean => manifests.has(baseName(path))

const isTest = (path: string): boolean =>
  /(^|\/)(tests?|__tests__|specs?|testdata|fixtures|e2e|testing)\//i.test(path) ||
  /[._-](test|spec)s?\.\w+$/i.test(path)

const isDocumentation = (path: string): boolean =>
  /(^|\/)(docs?|documentation)\//i.test(path) || /\.(md|mdx|rst|adoc)$/i.test(path)

/** Builds, checks and ships the project but is no part of what it does. */
const isTooling = (path: string): boolean =>
  /^(\.github|\.circleci|\.gitlab|\.husky|\.vscode|\.changeset|ci)\//i.test(path) ||
  /(^|\/)(makefile|dockerfile|\.gitignore|\.editorconfig|\.npmrc|\.nvmrc|\.mailmap|codeowners|renovate\.json5?|\.?eslint[^/]*|\.prettier[^/]*|[^/]*lint[^/]*\.ya?ml)$/i.test(
    path,
  )

/** What kinds of file a change can touch; a path is of the first class in this order that fits it. */
export const pathClasses = [
  'lock',
  'generated',
  'changes',
  'ci',
  'test',
  'bench',
  'example',
  'manifest',
  'tooling',
  'docs',
  'types',
  'script',
  'asset',
  'source',
  'other',
] as const

export type PathClass = (typeof pathClasses)[number]

const classRules: readonly (readonly [PathClass, (path: string) => boolean])[] = [
  ['lock', isLockFile],
  ['generated', isGenerated],
  [
    'changes',
    (path) =>
      /(^|\/)(\.changeset|changelogs?|release-notes)\/|(^|\/)(changelog|changes|history|releases?)(\.\w+)?$/i.test(
        path,
      ),
  ],
  [
    'ci',
    (path) =>
      /^(\.github\/(workflows|actions)|\.circleci|\.gitlab|\.azure\w*|\.buildkite|\.semaphore|ci)\//i.test(path) ||
      /(^|\/)(\.travis|appveyor[\w-]*|azure-pipelines[\w-]*|vsts[\w-]*|circle|\.gitlab-ci|codecov|\.codecov)\.ya?ml$|(^|\/)jenkinsfile/i.test(
        path,
      ),
  ],
  [
    'test',
    (path) =>
      isTest(path) ||
      /(^|\/)[\w-]*(tests?|specs?)[\w-]*\/|(^|[./_-])(tests?|specs?)[._-]|_test\.\w+$|^(spec|test)[\w-]*\//i.test(path),
  ],
  ['bench', (path) => /(^|\/)[\w-]*bench(mark)?[\w-]*(\/|\.)/i.test(path)],
  ['example', (path) => /(^|\/)(examples?|playgrounds?|demos?|samples?|templates?|fixtures?)[\w-]*\//i.test(path)],
  ['manifest', isManifest],
  [
    'tooling',
    (path) =>
      isTooling(path) ||
      /(^|\/)\.[\w.-]+$|\.bazel$|(^|\/)(build|workspace|brewfile|procfile|tiltfile|gulpfile|gruntfile|lerna|turbo|nx|tsconfig[^/]*|jsconfig|renovate|babel|rollup|webpack|vite|vitest|jest|karma|knip|biome|prettier|netlify|vercel|eslint|tslint|stylelint|makefile)([.\w-]*)?\.?(json5?|[cm]?[jt]s|ya?ml|toml|bazel|conf)?$/i.test(
        path.replace(/\.config(?=\.)/, ''),
      ),
  ],
  [
    'docs',
    (path) =>
      isDocumentation(path) ||
      /(^|\/)(docs?|website|site|guides?|wiki|blog)[\w-]*\/|\.txt$|(^|\/)(license|authors|contributors|notice|readme)/i.test(
        path,
      ),
  ],
  ['types', (path) => /\.d\.[cm]?ts$|(^|\/)types?\/|\.api\.md$|\.pyi$/i.test(path)],
  ['script', (path) => /(^|\/)(scripts?|tools?|hack|build|tasks|infra)\/|\.(sh|ps1|bat|cmd)$/i.test(path)],
  ['asset', (path) => /\.(png|jpe?g|gif|svg|ico|webp|woff2?|ttf|css|scss|less|html|mp4)$/i.test(path)],
  [
    'source',
    (path) =>
      /\.([cm]?[jt]sx?|vue|svelte|py|go|rs|rb|java|kt|swift|cc?|cpp|cxx|hh?|hpp|mm?|cs|php|scala|ex|exs|erl|hs|ml|clj|lua|r|jl|dart|zig|sql|proto|graphql|pl|nim)$/i.test(
        path,
      ),
  ],
]

export const pathClassOf = (path: string): PathClass => classRules.find(([, fits]) => fits(path))?.[0] ?? 'other'
