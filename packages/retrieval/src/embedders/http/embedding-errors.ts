import { defineError } from '@assay/contracts'

export const EmbeddingsRefused = defineError('EMBEDDINGS_REFUSED', {
  retry: 'never',
  status: 502,
  message: (status: number, said: string) =>
    `The embeddings model answers ${status} to what it was sent. Check ASSAY_EMBEDDINGS_URL and ASSAY_EMBEDDINGS_MODEL. It says: ${said}`,
})

export const EmbeddingsUnauthorised = defineError('EMBEDDINGS_UNAUTHORISED', {
  retry: 'never',
  status: 502,
  message: (status: number) => `The embeddings model answers ${status}. Check ASSAY_EMBEDDINGS_KEY.`,
})

export const EmbeddingsUnusable = defineError('EMBEDDINGS_UNUSABLE', {
  retry: 'never',
  status: 502,
  message: (reason: string) => `What the embeddings model answers cannot be used: ${reason}.`,
})

export const EmbeddingsUnavailable = defineError('EMBEDDINGS_UNAVAILABLE', {
  retry: 'later',
  status: 503,
  message: (reason: string) => `The embeddings model cannot be reached: ${reason}.`,
})
