/** Every format that has an extractor. */
export const formats = [
  'pdf',
  'docx',
  'pptx',
  'xlsx',
  'html',
  'epub',
  'markdown',
  'text',
  'csv',
  'json',
  'source',
  'email',
  'image',
] as const

export type Format = (typeof formats)[number]

/** What the content turned out to be when no extractor takes it; each ends in its own typed error. */
export type Refusal = { readonly refused: 'empty' | 'encrypted' | 'truncated' | 'unsupported'; readonly what: string }

export type Detected = { readonly format: Format } | Refusal
