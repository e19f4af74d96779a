/** What stands behind `?` as the router read it: numbers and words that look like JSON are not texts any more. */
type Search = Record<string, unknown>

/** A text that is not empty. */
export function textIn(search: Search, name: string): string | undefined {
  const value = search[name]
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** One of several words. */
export const choiceIn = <Choice extends string>(
  search: Search,
  name: string,
  choices: readonly Choice[],
): Choice | undefined => choices.find((choice) => choice === search[name])

/** Several texts, each once. */
export function textsIn(search: Search, name: string): string[] {
  const value = search[name]
  const listed: unknown[] = Array.isArray(value) ? value : [value]
  return [...new Set(listed.flatMap((text) => textIn({ text }, 'text') ?? []))]
}
