/** Languages by the ends of file names. */
const LANGUAGES: Readonly<Record<string, string>> = {
  c: 'C',
  h: 'C',
  cc: 'C++',
  cpp: 'C++',
  hpp: 'C++',
  cs: 'C#',
  css: 'CSS',
  scss: 'CSS',
  less: 'CSS',
  clj: 'Clojure',
  dart: 'Dart',
  ex: 'Elixir',
  exs: 'Elixir',
  erl: 'Erlang',
  go: 'Go',
  graphql: 'GraphQL',
  hs: 'Haskell',
  html: 'HTML',
  java: 'Java',
  js: 'JavaScript',
  cjs: 'JavaScript',
  mjs: 'JavaScript',
  jsx: 'JavaScript',
  jl: 'Julia',
  kt: 'Kotlin',
  lua: 'Lua',
  m: 'Objective-C',
  ml: 'OCaml',
  php: 'PHP',
  pl: 'Perl',
  proto: 'Protocol Buffers',
  ps1: 'PowerShell',
  py: 'Python',
  r: 'R',
  rb: 'Ruby',
  rs: 'Rust',
  scala: 'Scala',
  sh: 'Shell',
  bash: 'Shell',
  sql: 'SQL',
  svelte: 'Svelte',
  swift: 'Swift',
  tf: 'Terraform',
  ts: 'TypeScript',
  cts: 'TypeScript',
  mts: 'TypeScript',
  tsx: 'TypeScript',
  vue: 'Vue',
  zig: 'Zig',
}

/** Areas by where files lie. */
const AREAS: readonly (readonly [string, RegExp])[] = [
  ['Automated tests', /(?:^|\/)(?:tests?|specs?|__tests__|e2e)\/|[._-](?:test|spec)\.[a-z]+$|_test\.[a-z]+$/i],
  ['Benchmarks', /(?:^|\/)bench(?:es|marks?)?\//i],
  ['Build and delivery', /^\.github\/workflows\/|^\.gitlab-ci|(?:^|\/)(?:Jenkinsfile|Makefile|\.circleci\/)/],
  ['Containers', /(?:^|\/)(?:Dockerfile|docker-compose|compose\.ya?ml)/i],
  ['Database migrations', /(?:^|\/)migrations?\//i],
  ['Documentation', /(?:^|\/)docs?\/|\.(?:md|mdx|rst|adoc)$/i],
  ['Infrastructure as code', /\.tf$|(?:^|\/)(?:helm|terraform|k8s|kubernetes|ansible)\//i],
]

/** What tools made or others wrote tells nothing of somebody's skill. */
const NOT_WRITTEN = /^build\/|(?:^|\/)(?:node_modules|vendor|third_party|dist)\/|\.min\.[a-z]+$|(?:^|[-.])lock(?:\.|$)/i

export const languageOf = (path: string): string | null => {
  if (NOT_WRITTEN.test(path)) return null
  const [, extension] = /\.([a-z0-9]+)$/i.exec(path) ?? []
  return extension === undefined || !Object.hasOwn(LANGUAGES, extension.toLowerCase())
    ? null
    : (LANGUAGES[extension.toLowerCase()] ?? null)
}

export const areasOf = (path: string): string[] =>
  NOT_WRITTEN.test(path) ? [] : AREAS.flatMap(([area, pattern]) => (pattern.test(path) ? [area] : []))
