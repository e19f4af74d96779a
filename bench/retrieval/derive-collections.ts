import type { Collection } from './read-collections.ts'

/**
 * Other collections from one that is judged: what is right does not change when documents or queries are shortened, so
 * they tell whether a ranker holds where texts are poorer.
 */
export const deriveCollections = (collection: Collection): Collection[] => {
  const { name, documents, queries } = collection
  const titled = documents.filter(({ title }) => title !== '').length > documents.length / 2
  const shortQueries = queries.map(({ id, text }) => ({ id, text: text.split(/\s+/).slice(0, 8).join(' ') }))
  const third = documents.filter((_, at) => at % 3 === 0)
  return [
    { ...collection, name: `${name}, queries cut after 8 words`, queries: shortQueries },
    {
      ...collection,
      name: `${name}, every third document`,
      documents: third,
      judgments: judgmentsFor(collection, third),
    },
    ...(titled
      ? [
          {
            ...collection,
            name: `${name}, titles only`,
            documents: documents.map((document) => ({ ...document, text: '' })),
          },
          {
            ...collection,
            name: `${name}, every second document its title only`,
            documents: documents.map((document, at) => (at % 2 === 0 ? document : { ...document, text: '' })),
          },
        ]
      : []),
  ]
}

const judgmentsFor = ({ judgments }: Collection, documents: Collection['documents']) => {
  const kept = new Set(documents.map(({ id }) => id))
  return judgments.filter(({ document }) => kept.has(document))
}
