import { sampleParagraph, seeded } from '../../packages/documents/src/testing/sample-document.ts'

export type MadeSource = { readonly id: string; readonly title: string; readonly text: string }

export type MadeQuestion = {
  readonly question: string
  /** The one sentence that answers it, and where that stands; none where nothing in the corpus does. */
  readonly answer: { readonly sourceId: string; readonly sentence: string } | null
  readonly about: 'told' | 'told of others' | 'never told' | 'unknown service'
}

const FIRST = 'amber basalt cobalt delta ember fjord garnet harbour indigo juniper krypton laurel'.split(' ')
const SECOND = 'anvil beacon compass dynamo engine falcon gateway hammer ibis jetty kiln lantern'.split(' ')

/** What may be told of a service; asked in other words and forms than it is told in. */
const FACTS = [
  {
    tell: (name: string, n: number) => `The requests of ${name} time out after ${n} seconds.`,
    ask: (name: string) => `When does a request of ${name} time out?`,
  },
  {
    tell: (name: string, n: number) => `Backups of ${name} are kept for ${n} days in the northern vault.`,
    ask: (name: string) => `How long is a backup of ${name} kept?`,
  },
  {
    tell: (name: string, n: number) => `The ${name} certificate expires every ${n} weeks and is renewed by hand.`,
    ask: (name: string) => `How often does the certificate of ${name} expire?`,
  },
  {
    tell: (name: string, n: number) => `An outage of ${name} was caused by a full disk on node ${n}.`,
    ask: (name: string) => `What caused the outage of ${name}?`,
  },
] as const

/** Asked of services that are there, and told of none. */
const NEVER_TOLD = [
  (name: string) => `Which invoices does ${name} print for auditors?`,
  (name: string) => `Who translated the ${name} manual into Portuguese?`,
]

/** How services are named, and whether each has a document of its own or shares one with three others. */
export type Shape = { readonly names: 'compound' | 'capitalised'; readonly services: 1 | 4 }

const nameOf = {
  compound: (a: string, b: string) => `${a}-${b}`,
  capitalised: (a: string, b: string) => capital(a + b),
}
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * Documents about made-up services, each with some facts among paragraphs that mean nothing, and questions: one for each
 * fact, some about facts that nobody tells, and some about services that do not exist. The same seed gives the same.
 */
export function makeCorpus(
  seed: number,
  documents: number,
  { names: naming, services }: Shape,
): { sources: MadeSource[]; questions: MadeQuestion[] } {
  const random = seeded(seed)
  const names = FIRST.flatMap((first) => SECOND.map((second) => nameOf[naming](first, second))).slice(0, documents)
  const questions: MadeQuestion[] = []
  const sourceOf = (at: number) => (services === 1 ? (names[at] ?? '') : `handbook ${Math.floor(at / services) + 1}`)
  const sections = names.map((name, at) => {
    const told = FACTS.filter((_, fact) => (fact + at) % FACTS.length !== 0)
    const sentences = told.map(({ tell, ask }) => {
      const sentence = tell(name, 2 + Math.floor(random() * 90))
      questions.push({ question: ask(name), answer: { sourceId: sourceOf(at), sentence }, about: 'told' })
      return sentence
    })
    for (const { ask } of FACTS.filter((fact) => !told.includes(fact)))
      questions.push({ question: ask(name), answer: null, about: 'told of others' })
    const never = NEVER_TOLD[at % NEVER_TOLD.length]
    if (never) questions.push({ question: never(name), answer: null, about: 'never told' })
    const paragraphs = sentences.map((sentence) => `${sampleParagraph(random)} ${sentence} ${sampleParagraph(random)}`)
    return { id: sourceOf(at), text: [`${services === 1 ? '#' : '##'} About ${name}`, ...paragraphs].join('\n\n') }
  })
  const sources = [...Map.groupBy(sections, ({ id }) => id)].map(([id, parts]) => ({
    id,
    title: id,
    text: parts.map(({ text }) => text).join('\n\n'),
  }))
  for (let at = 0; at < documents / 2; at += 1) {
    const { ask } = FACTS[at % FACTS.length] ?? FACTS[0]
    const unknown = nameOf[naming]('zephyr', `${FIRST[at % FIRST.length]}wright`)
    questions.push({ question: ask(unknown), answer: null, about: 'unknown service' })
  }
  return { sources, questions }
}
