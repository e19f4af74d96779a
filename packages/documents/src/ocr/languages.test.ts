import { expect, test } from '@jest/globals'
import { openExtractor } from '../process/open-extractor.ts'
import { characterAccuracy } from '../testing/fidelity.ts'
import { renderScan } from '../testing/render-scan.ts'

const GERMAN = [
  'Die Größe der Straße überrascht jeden, der früh über die schöne Brücke geht und müde Füße hat.',
  'Später fährt ein weißes Schiff an den Häusern vorbei, während Möwen über dem Fluss kreisen.',
]

test('a page is read in the language that reads it best of those that were asked for', async () => {
  const extractor = openExtractor({ ocrLanguages: ['eng', 'deu'] })
  const { ocr, text } = await extractor.extract(await renderScan(GERMAN))
  expect(ocr?.language).toBe('deu')
  expect(characterAccuracy(GERMAN.join(' '), text)).toBeGreaterThanOrEqual(0.98)
  await extractor.close()
})

test('a language without data is refused, and the package named that has it', () => {
  expect(() => openExtractor({ ocrLanguages: ['xyz'] })).toThrow(/@tesseract\.js-data\/xyz/)
  expect(() => openExtractor({ ocrLanguages: ['../eng'] })).toThrow(/code of a language/)
  expect(() => openExtractor({ ocrLanguages: [] })).toThrow()
})
