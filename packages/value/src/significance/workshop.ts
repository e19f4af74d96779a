import type { SplitTitle } from '../kind/conventional-prefix.ts'

// Where a project is made, checked and told of, as prefixes and scopes name it; who uses the project never meets it.
const rooms = new Set(
  `bench benchmark benchmarks build ci contrib contributing dev doc docs e2e example examples fixture fixtures github
  governance infra lint linter maintenance meta playground release repo script scripts site spec test testing tests
  tool tooling tools types typing typings website workflow workflows www`.split(/\s+/),
)

/**
 * Whether a title begins with a part of the project's workshop and nothing else: `tools: x`, `fix(ci): x`. A prefix that
 * declares a kind has said so already.
 */
export const isOfWorkshop = ({ prefix, scope, kind }: SplitTitle): boolean =>
  [kind === null ? prefix : null, scope].some((names) =>
    names?.split(/[,/]\s*/).every((name) => rooms.has(name.trim())),
  )
