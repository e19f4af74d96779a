import { textIn, textsIn } from '../../shell/search-params.ts'

type Given = Record<string, unknown>

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
function idIn(given: Given, name: string): string | undefined {
  const text = textIn(given, name)
  return text && UUID.test(text) ? text : undefined
}

/** Whose work achievements are suggested of. */
export function readListParams(given: Given): { author?: string[] } {
  const author = textsIn(given, 'author')
  return author.length === 0 ? {} : { author }
}

/** The evidence that an achievement is begun with. */
export function readNewParams(given: Given): { 'pull-request'?: string; document?: string } {
  const [pullRequest, document] = [idIn(given, 'pull-request'), idIn(given, 'document')]
  return { ...(pullRequest ? { 'pull-request': pullRequest } : {}), ...(document ? { document } : {}) }
}

/** The earlier version that is looked at. */
export const readEditorParams = ({ version }: Given): { version?: number } =>
  typeof version === 'number' && Number.isInteger(version) && version > 0 ? { version } : {}
