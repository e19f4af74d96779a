// Runs in the reader's browser, as it stands here without its types: no imports, and only what is declared below.
type Entry = { title: string; text: string; about: string; url: string }
type Element = {
  hidden: boolean
  value: string
  textContent: string
  href: string
  append(...parts: (Element | string)[]): void
  replaceChildren(...parts: Element[]): void
  addEventListener(event: string, listener: (event: { preventDefault(): void }) => void): void
}
declare const document: { querySelector(selector: string): Element | null; createElement(name: string): Element }
declare const portfolioEntries: readonly Entry[]

;(() => {
  const SHOWN = 20
  const AROUND = 90
  const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

  const wordsOf = (query: string) => fold(query).split(/\s+/).filter(Boolean)

  const entries = portfolioEntries.map((entry) => ({
    ...entry,
    inTitle: fold(entry.title),
    inText: fold(`${entry.text} ${entry.about}`),
  }))

  /** All words have to be there; those that stand in the title weigh more. */
  const find = (query: string) => {
    const words = wordsOf(query)
    if (words.length === 0) return []
    return entries
      .map((entry) => ({ entry, weight: weigh(words, entry) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .map(({ entry }) => entry)
  }
  const weigh = (words: readonly string[], { inTitle, inText }: { inTitle: string; inText: string }) => {
    let weight = 0
    for (const word of words) {
      if (inTitle.includes(word)) weight += 3
      else if (inText.includes(word)) weight += 1
      else return 0
    }
    return weight
  }

  const make = (name: string, text: string) => {
    const element = document.createElement(name)
    element.textContent = text
    return element
  }

  /** Where a word that is searched for stands in a text, as the text is written. */
  const placeOf = (text: string, words: readonly string[]) => {
    const places: number[] = []
    let folded = ''
    let at = 0
    for (const letter of text) {
      for (const unit of fold(letter)) {
        folded += unit
        for (let count = 0; count < unit.length; count += 1) places.push(at)
      }
      at += letter.length
    }
    places.push(at)
    for (const word of words) {
      const found = folded.indexOf(word)
      if (found >= 0) return { start: places[found] ?? 0, end: places[found + word.length] ?? at }
    }
    return null
  }

  /** The text around the first word that is found, with that word marked. Only as text: it is never read as markup. */
  const excerpt = (text: string, query: string) => {
    const paragraph = document.createElement('p')
    const place = placeOf(text, wordsOf(query))
    if (place === null) paragraph.append(text.slice(0, 2 * AROUND))
    else {
      const { start, end } = place
      const from = Math.max(0, start - AROUND)
      paragraph.append(
        (from > 0 ? '… ' : '') + text.slice(from, start),
        make('mark', text.slice(start, end)),
        text.slice(end, end + AROUND) + (end + AROUND < text.length ? ' …' : ''),
      )
    }
    return paragraph
  }

  const item = ({ title, text, about, url }: Entry, query: string) => {
    const row = document.createElement('li')
    const link = make('a', title)
    link.href = url
    row.append(link, excerpt(text, query), make('small', about))
    return row
  }

  const form = document.querySelector('[data-search]')
  const input = document.querySelector('#query')
  const status = document.querySelector('[data-status]')
  const list = document.querySelector('[data-found]')
  if (!form || !input || !status || !list) return
  const show = () => {
    const found = find(input.value)
    list.replaceChildren(...found.slice(0, SHOWN).map((entry) => item(entry, input.value)))
    status.textContent = input.value.trim() === '' ? '' : `${found.length} found`
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  input.addEventListener('input', show)
  form.hidden = false
})()
