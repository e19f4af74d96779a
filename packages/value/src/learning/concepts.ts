/** Words that mean much the same for what a change is: one weight for all of them where each is too rare to learn from. */
export type Concept = readonly [name: string, words: RegExp]

/** What a change does, as titles say it. */
export const actions: readonly Concept[] = [
  [
    'speed',
    /\b(?:perf\w*|fast\w*|quick\w*|speed\w*|slow\w*|latenc\w+|throughput|optimi[sz]\w*|efficien\w+|overhead|hot ?path|bottleneck|benchmark\w*)\b/i,
  ],
  [
    'less-work',
    /\b(?:avoid\w*|redundant|unnecessary|needless\w*|duplicate\w*|repeated\w*|re-?us\w+|only once|once|skip\w*|short-?circuit\w*|lazy|lazily|defer\w*|hoist\w*|inline\w*|batch\w*|debounc\w+|cach\w+|memoi[sz]\w*|prealloc\w*|parallel\w*|concurren\w+|in-memory|pool\w*|precomput\w+|early return)\b/i,
  ],
  [
    'memory',
    /\b(?:memory|alloc\w*|cop(?:y|ies|ying)|clon\w+|gc|garbage|buffers?|bytes?|bundle size|shrink\w*|smaller|reduc\w+|minif\w+|tree-?shak\w+)\b/i,
  ],
  [
    'data-structure',
    /\b(?:set|map|array|regexp?|loop\w*|iterat\w+|for-of|closure|hash|lookup|index|sort\w*|switch)\b/i,
  ],
  [
    'wrong',
    /\b(?:fix\w*|bugs?|crash\w*|regress\w+|panic\w*|deadlock\w*|leak\w*|broken|break\w*|wrong\w*|incorrect\w*|correct\w*|invalid|missing|fail\w*|error\w*|race|hang\w*|undefined|null|nil|edge case|issue|properly|should|not|n't|cannot|can't|prevent\w*|ensure\w*|handle\w*|respect\w*|resolve\w*|preserve\w*|restor\w+|guard\w*)\b/i,
  ],
  [
    'new',
    /\b(?:add\w*|support\w*|implement\w*|introduc\w+|allow\w*|enabl\w+|new|expos\w+|provid\w+|options?|flags?|configurable|ability|creat\w+|api|opt-in|custom\w*|accept\w*|export\w*)\b/i,
  ],
  [
    'reshape',
    /\b(?:refactor\w*|clean\w*|simplif\w+|renam\w+|mov(?:e|ed|ing)|extract\w*|dedupe|reorgani[sz]\w+|replac\w+|migrat\w+|convert\w*|split\w*|rewrit\w+|rework\w*|unif\w+|consolidat\w+|merge\w*|inline|internal\w*|use|switch to|instead of|modern\w*|typed?|types|const|esm|prefer)\b/i,
  ],
  ['remove', /\b(?:remov\w+|delet\w+|drop\w*|unused|dead code|obsolete|deprecat\w+|legacy)\b/i],
  [
    'words-for-people',
    /\b(?:docs?|documentation|readme|typos?|comments?|jsdoc|tsdoc|guides?|examples?|links?|wording|grammar|changelog|mention\w*|clarif\w+|explain\w*|describ\w+|tutorial|faq|glossary|blog|website|sponsors?|adopters)\b/i,
  ],
  [
    'checks',
    /\b(?:tests?|testing|specs?|e2e|flak\w+|coverage|snapshots?|fixtures?|assert\w*|mocks?|unit|wpt|jest|vitest|mocha|playwright|cypress)\b/i,
  ],
  [
    'delivery',
    /\b(?:ci|workflows?|actions?|release\w*|publish\w*|pipeline\w*|lint\w*|eslint|prettier|format\w*|build\w*|docker\w*|makefile|renovate|dependabot|bazel|nightly|runner|cache|tooling|scripts?|config\w*|bump\w*|version\w*|codeowners|stale|labels?|template\w*|editorconfig|gitignore)\b/i,
  ],
  [
    'packages',
    /\b(?:deps?|dependenc\w+|devdependenc\w+|lockfile|bump\w*|upgrad\w+|updat\w+|rolls?|packages?|monorepo)\b|\bv?\d+\.\d+(?:\.\d+)?\b/i,
  ],
]

/** What release notes tend to name, and what they tend to pass over. */
export const signals: readonly Concept[] = [
  ['stable', /\b(?:stabili[sz]\w*|graduat\w+|stable|ga|no longer experimental|unflag\w*)\b/i],
  ['default', /\bdefaults?\b/i],
  ['deprecate', /\b(?:deprecat\w*|end-of-life|eol)\b/i],
  ['refuse', /\b(?:remove|drop|disallow|forbid|reject|require|error on|bail|no longer|stop)\w*\b/i],
  ['change', /\b(?:chang\w+|rename\w*|switch\w*|convert\w*|migrat\w+|make)\b/i],
  ['experimental', /\b(?:experimental|unstable|preview|beta|nightly|feature flag|initial|proof of concept|poc|wip)\b/i],
  [
    'setting',
    /\b(?:command|subcommand|cli|flags?|options?|parameter|argument|config\w*|setting|env(?:ironment)? var\w*)\b|--[a-z][\w-]+/i,
  ],
  [
    'interface',
    /\b(?:apis?|endpoint|method|functions?|hooks?|events?|property|class|module|export\w*|public|interface|plugin|protocol)\b|\w\(\)/i,
  ],
  [
    'platform',
    /\b(?:windows|macos|linux|arm64|android|ios|wasm|platform|x86|aarch64|ppc64|riscv|docker|kubernetes|azure|aws|gcp|google|github)\b/i,
  ],
  [
    'secure',
    /\b(?:security|secure|cve-\d+|vulnerab\w+|permission\w*|auth\w*|oauth|tls|token|credential\w*|sandbox|encrypt\w*)\b/i,
  ],
  ['revert', /\brevert(?:s|ed)?\b/i],
  [
    'minor',
    /\b(?:typo|nit|minor|small|tiny|trivial|cleanup|clean up|comment|lint|whitespace|wording|flaky|spelling|tweak\w*|leftover\w*)\b/i,
  ],
  [
    'internal',
    /\b(?:internal\w*|private|helper|util\w*|test\w*|mock|refactor\w*|move|extract|rename|var(?:iable)?s?|const|assert\w*|debug|log(?:ging)?)\b/i,
  ],
  ['large', /\b(?:new|all|entire|full|complete|major|rewrite|redesign|overhaul|support)\b/i],
  ['carried-over', /\b(?:backport\w*|cherry-?pick\w*|release)\b|\bmerge (?:branch|release)/i],
  ['follow-up', /\b(?:follow-?up|part \d|v2|again|re-?land|second|another|more)\b/i],
]

/** The names of the concepts that a text touches. */
export const conceptsIn = (text: string, concepts: readonly Concept[]): string[] =>
  concepts.filter(([, words]) => words.test(text)).map(([name]) => name)
