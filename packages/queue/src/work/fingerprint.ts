import { createHash } from 'node:crypto'

/** What varies between failures that are alike: ids, numbers, quoted words, paths and addresses. */
const VARYING = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{7,64}|"[^"]*"|'[^']*'|\w+:\/\/\S+|(?:\/[\w.@-]+)+|\d+/gi

/** The same for jobs of one kind that failed in the same way. 16 hexadecimal digits. */
export const fingerprint = (kind: string, error: { code: string; message: string }): string =>
  createHash('sha256')
    .update(`${kind}\n${error.code}\n${error.message.replaceAll(VARYING, '#')}`)
    .digest('hex')
    .slice(0, 16)
