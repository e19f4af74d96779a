import { expect, test } from '@jest/globals'
import { createPassageRanker } from './passage-ranker.ts'

const bySentence = async (text: string) => text.split('. ').filter((sentence) => sentence !== '')

test('a document is as good as its best passage, and comes once', async () => {
  const ranker = await createPassageRanker(
    [
      { id: 'both', text: 'Flour makes dough. Nothing here. Dough makes bread.' },
      { id: 'bread', text: 'Bread and dough.' },
      { id: 'none', text: '' },
    ],
    bySentence,
    { ranker: 'bm25' },
  )
  expect(ranker.search('dough bread').map(({ id }) => id)).toEqual(['bread', 'both'])
  expect(ranker.search('dough bread', { limit: 1 })).toHaveLength(1)
  expect(ranker.describe()).toMatchObject({ documents: 5 })
})
