/** A list shows the beginning of longer ones. */
const LONGEST = 300

/** What a job is about, in a few words from its input: texts as they are, lists by their length. */
export function subjectOf(payload: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(payload)
    .flatMap(([name, value]) => {
      if (typeof value === 'string') return value
      if (Array.isArray(value)) return value.length === 0 ? [] : `${value.length} ${inWords(name)}`
      return value === null || value === undefined ? [] : `${inWords(name)} ${JSON.stringify(value)}`
    })
    .join(' · ')
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).toWellFormed()}…` : words
}

/** `pullRequestIds` as "pull request ids". */
const inWords = (name: string) => name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
