// Each of these reads a text once: none may look back over a long word, since messages quote what others sent.
const URL_CREDENTIALS = /(:\/\/)[^\s/"'<>\\]+@/g
const BEARER = /\b(bearer) [\w.~+/=-]{16,}/gi
const SECRET_FIELD =
  /("[\w-]*(?:authorization|cookie|api[-_]?key|password|token|secret)"):(?:"(?:[^"\\]|\\.)*"|\[(?:"(?:[^"\\]|\\.)*",?)*\])/gi

/** Cuts credentials out of URLs and of quoted authorization headers. */
export const withoutSecrets = (text: string): string =>
  text.replaceAll(URL_CREDENTIALS, '$1[cut]@').replaceAll(BEARER, '$1 [cut]')

/** The same for a line of JSON, with the fields that are named like a secret, however deep they stand. */
export const lineWithoutSecrets = (line: string): string => withoutSecrets(line.replaceAll(SECRET_FIELD, '$1:"[cut]"'))
