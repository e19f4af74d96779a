/** PostgreSQL's text holds neither NUL nor half a surrogate pair; both become U+FFFD, the replacement character. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    typeof part === 'string' ? part.replaceAll('\0', '\uFFFD').toWellFormed() : part,
  )
