import type { Kind, KindVerdict } from './kind.ts'

export const securityWords =
  /\b(?:CVE-\d{4}-\d+|GHSA(?:-\w{4}){3}|vulnerabilit(?:y|ies)|security (?:fix|issue|hole))\b/i

/** Tried in this order: `Fix docs typo` is documentation, `Add test for the crash` a test. */
const rules: readonly (readonly [Kind, RegExp])[] = [
  ['security', securityWords],
  ['deps', /\b(?:bump|upgrade|update) .* (?:from|to) v?\d|\b(?:bump|update|upgrade) .*dependenc(?:y|ies)\b/i],
  ['docs', /\b(?:docs?|documentation|documenting|readme|changelog|typos?|tsdoc|jsdoc)\b/i],
  ['test', /\b(?:(?:add|improve|fix|update|remove|skip) .*\btests?|flak[ey]\w*|test coverage)\b/i],
  ['perf', /\b(?:perf|performance|faster|speed ?up|optimi[sz]e[sd]?|optimi[sz]ation|memory usage|allocations?)\b/i],
  [
    'fix',
    /\b(?:fix(?:e[sd]|ing)?|bugs?|crash(?:es)?|regressions?|panic|deadlocks?|leaks?|broken|wrong|incorrect|correct(?:ly)?|prevent|avoid|ensure|handle|don't|do not|should)\b/i,
  ],
  [
    'refactor',
    /\b(?:refactor\w*|clean ?ups?|simplif\w+|renam\w+|mov(?:e|ed|ing)|remov(?:e|es|ed|ing) unused|extract|dedupe|deduplicate|reorgani[sz]e|replace|migrate|convert)\b/i,
  ],
  ['chore', /\b(?:ci|releases?|lint\w*|workflows?|makefile|bump(?:ed)?|version|pin)\b/i],
  [
    'feature',
    /\b(?:add(?:s|ed)?|support(?:s|ed)?|implement(?:s|ed)?|introduc\w+|allow(?:s|ed)?|enable[sd]?|new|expose[sd]?|stabili[sz]e|options?|provide)\b/i,
  ],
]

/** The kind that the title's words tell, with the words that told it. */
export const kindOfWords = (title: string): KindVerdict | undefined => {
  for (const [kind, pattern] of rules) {
    const match = pattern.exec(title.slice(0, 1_000))
    if (match) return { kind, by: 'words', evidence: `the title says '${match[0]}'` }
  }
  return undefined
}
