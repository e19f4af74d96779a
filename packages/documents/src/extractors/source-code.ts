import { extname } from 'node:path'
import { refuseEntityBomb } from '../office/refuse-entity-bomb.ts'
import { decodeText } from '../text/decode-text.ts'
import { code, type Extractor } from '../text/draft.ts'

export const sourceCode: Extractor = {
  format: 'source',
  extract: async ({ bytes, name }) => {
    const { text, encoding, losses } = decodeText(bytes)
    if (text.trimStart().startsWith('<?xml')) refuseEntityBomb(text)
    const language = extname(name ?? '')
      .slice(1)
      .toLowerCase()
    return {
      blocks: [code(text, /^\w{1,12}$/.test(language) ? language : '', { line: 1 })],
      // Trigrams of identifiers say nothing about a human language.
      language: 'und',
      metadata: { encoding },
      losses,
    }
  },
}
