import { defineError } from '@assay/contracts'

export const OutputNotWritable = defineError('OUTPUT_NOT_WRITABLE', {
  retry: 'never',
  message: (path: string, reason: string) =>
    `'${path}' cannot be written: ${reason}. Give --output a file in a folder of yours.`,
})
