import { decodeText } from '../text/decode-text.ts'
import { code, type Extractor } from '../text/draft.ts'

/** JSON stays as it is written: printing it anew would change numbers that JavaScript cannot hold. */
export const json: Extractor = {
  format: 'json',
  extract: async ({ bytes }) => {
    const { text, encoding, losses } = decodeText(bytes)
    return { blocks: [code(text, 'json', { line: 1 })], language: 'und', metadata: { encoding }, losses }
  },
}
