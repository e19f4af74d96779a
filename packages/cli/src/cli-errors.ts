import { defineError } from '@assay/contracts'

export const OutputNotWritable = defineError('OUTPUT_NOT_WRITABLE', {
  retry: 'never',
  message: (path: string, reason: string) => `'${path}' cannot be written: ${reason}. Name one in a folder of yours.`,
})

export const FolderInUse = defineError('FOLDER_IN_USE', {
  retry: 'never',
  message: (folder: string) =>
    `'${folder}' holds other files. Name a new or empty folder, or one that was exported to before.`,
})

export const NoCredentials = defineError('NO_CREDENTIALS', {
  retry: 'never',
  message: (file: string) =>
    `There is no '${file}'. Run "npm start" first, or set ASSAY_URL and ASSAY_API_KEY to a gateway and its key.`,
})

export const GatewayAway = defineError('GATEWAY_AWAY', {
  retry: 'later',
  message: (url: string) => `Nobody answers at ${url}. Is Assay running there?`,
})

export const GatewayRefused = defineError('GATEWAY_REFUSED', {
  retry: 'never',
  message: (status: number, detail: string) => `The gateway answers ${status}: ${detail}`,
})

export const NotConfirmed = defineError('NOT_CONFIRMED', {
  retry: 'never',
  message: (what: string) => `${what} cannot be undone. Say --yes if that is meant.`,
})

export const InputNotReadable = defineError('INPUT_NOT_READABLE', {
  retry: 'never',
  message: (path: string, reason: string) => `'${path}' cannot be read: ${reason}`,
})

export const ContextNotUsable = defineError('CONTEXT_NOT_USABLE', {
  retry: 'never',
  message: (path: string, reasons: string) =>
    `'${path}' is no value context:\n${reasons}\n"assay value context" prints one to begin with.`,
})

export const BadLine = defineError('BAD_LINE', {
  retry: 'never',
  message: (path: string, line: number, fault: string, remedy: string) =>
    `'${path}', line ${line}: ${fault}. ${remedy}`,
})

export const NothingToJudge = defineError('NOTHING_TO_JUDGE', {
  retry: 'never',
  message: (queries: string, qrels: string) =>
    `No query of '${queries}' has a relevant document in '${qrels}'. Give both the same query ids, and relevant documents a grade above 0.`,
})
