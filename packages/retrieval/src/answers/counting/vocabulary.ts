const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What somebody does to a pull request that ends up merged. */
export const mergeVerbs = set(
  'merge merged merges land landed ship shipped deliver delivered contribute contributed make made author authored write wrote written fix fixed add added get got do done complete completed',
)

/** What is asked about pull requests that are not merged, or about other people than the author. */
export const otherVerbs = set(
  'open opened close closed create created submit submitted review reviewed approve approved reject rejected comment commented abandon abandoned pending draft unmerged revert reverted',
)

/** Words that may stand in a question without changing what is counted. */
export const fillers = set(
  'a an the of in on at to for from by with into within during did do does has have had been be is are was were there and all ' +
    'total overall altogether please tell me us show give what whats we our ours everyone everybody repo repository repositories project projects ' +
    'so far ever which that kind kinds type types number count many how',
)
