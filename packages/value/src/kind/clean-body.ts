/** What a description says in its author's own words, and which customs it keeps. */
export type CleanBody = { readonly text: string; readonly cues: readonly string[] }

const MOST_CHARACTERS = 20_000

const cueRules: readonly (readonly [string, RegExp])[] = [
  ['closes-issue', /\b(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?):? (?:[\w-]+\/[\w-]+)?#\d+/i],
  ['refers-issue', /\b(?:refs?|related to|see|part of|follow[- ]up):? (?:[\w-]+\/[\w-]+)?#\d+/i],
  ['signed-off', /^signed-off-by:/im],
  ['co-authored', /^co-authored-by:/im],
  ['bot', /dependabot|renovate|\[bot\]/i],
  ['code-block', /```/],
  ['list', /^\s*[-*] /m],
  ['heading', /^#{1,4} /m],
  ['table', /^\|.*\|/m],
  ['percent', /\d ?%/],
  ['time-unit', /\b\d+(?:\.\d+)? ?(?:ms|ns|µs|s|seconds?|minutes?)\b/],
  ['breaking', /\bBREAKING[ -]CHANGE|\bbreaking change/],
  ['notes', /^notes?:|release note/im],
  ['link', /https?:\/\//],
  ['checklist', /^\s*[-*] \[[ x]\]/im],
]

/**
 * Cuts what says nothing about the change at hand: comments, code, quotations, addresses, people, trailers, and the
 * changelogs that bots paste. What is left of a padded or templated description is short.
 */
export const cleanBody = (body: string): CleanBody => {
  const source = body.slice(0, MOST_CHARACTERS)
  const cues = cueRules.filter(([, pattern]) => pattern.test(source)).map(([name]) => name)
  if (source.trim() === '') cues.push('empty')
  const text = source
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/<[^>\n]{0,200}>/g, ' ')
    .replace(/^\s*>.*$/gm, ' ')
    .replace(/^[A-Z][\w-]{2,30}(?:-by|-to|-url|-id)?:.*(?:@|https?:|<email>).*$/gim, ' ')
    .replace(/^(?:signed-off|co-authored|reviewed|acked|assisted)[\w-]*:.*$/gim, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/(?<!\w)@[\w-]+/g, ' ')
  return { text, cues }
}
