import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { normalizeText, oneLine } from './normalize-text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 300 })

test('text is well-formed, in NFC, with line feeds only and nothing invisible', () => {
  expect(normalizeText('e\u0301\r\nso\u00ADft\u200B \u0000\ud800\r')).toBe('é\nsoft \uFFFD\n')
  fc.assert(
    fc.property(anyText, (raw) => {
      const text = normalizeText(raw)
      expect(text.isWellFormed()).toBe(true)
      expect(text.normalize('NFC')).toBe(text)
      expect(text).not.toMatch(/\r|\0| \n/)
    }),
  )
})

test('normalizing twice changes nothing more', () => {
  fc.assert(fc.property(anyText, (raw) => expect(normalizeText(normalizeText(raw))).toBe(normalizeText(raw))))
  fc.assert(fc.property(anyText, (raw) => expect(oneLine(oneLine(raw))).toBe(oneLine(raw))))
})
