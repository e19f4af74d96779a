import { defineError } from '@assay/contracts'

export const DocumentNotFound = defineError('DOCUMENT_NOT_FOUND', {
  retry: 'never',
  status: 404,
  message: (path: string) => `Nothing readable is at '${path}'. Check the path, and that this process may read it.`,
})

export const DocumentUnsupported = defineError('DOCUMENT_UNSUPPORTED', {
  retry: 'never',
  status: 415,
  message: (what: string) =>
    `${what} cannot be read. Give a PDF, DOCX, PPTX, XLSX, HTML, EPUB, Markdown, text, CSV, JSON, source, e-mail or image file.`,
})

export const DocumentEncrypted = defineError('DOCUMENT_ENCRYPTED', {
  retry: 'never',
  status: 422,
  message: (format: string) => `The ${format} file is protected by a password. Save a copy without protection.`,
})

export const DocumentTruncated = defineError('DOCUMENT_TRUNCATED', {
  retry: 'never',
  status: 422,
  message: (format: string, reason: string) =>
    `The ${format} file is not whole: ${reason}. Copy or download it again in full.`,
})

export const DocumentTooLarge = defineError('DOCUMENT_TOO_LARGE', {
  retry: 'never',
  status: 413,
  message: (reason: string) => `The document is too large: ${reason}. Split it, or raise the limit that is named.`,
})

export const DocumentBomb = defineError('DOCUMENT_BOMB', {
  retry: 'never',
  status: 422,
  message: (reason: string) =>
    `The document is built to exhaust its reader: ${reason}. If it is genuine, save it anew with the program that made it.`,
})

export const DocumentEmpty = defineError('DOCUMENT_EMPTY', {
  retry: 'never',
  status: 422,
  message: (reason: string) => `The document holds no text: ${reason}. Check that it is the right file.`,
})

export const DocumentTimeout = defineError('DOCUMENT_TIMEOUT', {
  retry: 'never',
  status: 422,
  message: (limit: string) => `Reading the document took longer than ${limit}. Split it, or raise the limit.`,
})

export const DocumentUnreadable = defineError('DOCUMENT_UNREADABLE', {
  retry: 'never',
  status: 422,
  message: (format: string, reason: string) =>
    `The ${format} file is damaged: ${reason}. Open it with its own program and save a copy.`,
})
