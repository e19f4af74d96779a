type Given = Record<string, unknown>

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const id = (given: unknown) => (typeof given === 'string' && UUID.test(given) ? given : undefined)

/** Whose work achievements are suggested of; the router reads a name of digits as a number. */
export function readListParams({ author }: Given): { author?: string } {
  const name = typeof author === 'string' || typeof author === 'number' ? String(author) : ''
  return name === '' ? {} : { author: name }
}

/** The evidence that an achievement is begun with. */
export function readNewParams(given: Given): { 'pull-request'?: string; document?: string } {
  const [pullRequest, document] = [id(given['pull-request']), id(given.document)]
  return { ...(pullRequest ? { 'pull-request': pullRequest } : {}), ...(document ? { document } : {}) }
}

/** The earlier version that is looked at. */
export const readEditorParams = ({ version }: Given): { version?: number } =>
  typeof version === 'number' && Number.isInteger(version) && version > 0 ? { version } : {}
