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

  const entries = portfolioEntries.map((entry) => ({
    ...entry,
    inTitle: fold(entry.title),
    inText: fold(`${entry.text} ${entry.about}`),
  }))

  /** All words have to be there; those that stand in the title weigh more. */
  const find = (query: string) => {
    const words = fold(query).split(/\s+/).filter(Boolean)
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

  /** The text around the first word that is found, with that word marked. Only as text: it is never read as markup. */
  const excerpt = (text: string, query: string) => {
    const paragraph = document.createElement('p')
    const word = query.trim().split(/\s+/)[0] ?? ''
    const found = text.toLowerCase().indexOf(word.toLowerCase())
    if (found < 0 || word === '') paragraph.append(text.slice(0, 2 * AROUND))
    else {
      const from = Math.max(0, found - AROUND)
      const end = found + word.length
      paragraph.append(
        (from > 0 ? '… ' : '') + text.slice(from, found),
        make('mark', text.slice(found, end)),
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
