const words: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  hundred: '100',
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
}

const token = /[\p{L}\p{N}_]+(?:[.,:/-]\p{N}[\p{L}\p{N}_]*)*/gu
const plain = /^v?(\p{Nd}[\p{Nd}.,:/-]*)(\p{L}*)$/iu
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/**
 * The numbers of a text in one spelling: "1,000", "1k" and "1000" are the same, "three" is "3", "40ms" has "40". A word
 * of letters and digits such as a hash is one whole, so that its digits vouch for nothing. "One" is no number here.
 */
export const numbersOf = (text: string): Set<string> => {
  const numbers = new Set<string>()
  for (const [found] of text.normalize('NFKC').matchAll(token)) {
    const number = Object.hasOwn(words, found.toLowerCase()) ? words[found.toLowerCase()] : canonical(found)
    if (number !== undefined) numbers.add(number)
  }
  return numbers
}

/** The numbers of a text and the parts of its dates, times and ranges: "2024-05-01" vouches for "2024". */
export const numbersVouchedFor = (text: string): Set<string> => {
  const parts = [...numbersOf(text)].flatMap((number) => (/^[\d.,:/-]+$/.test(number) ? number.split(/[:/-]/) : []))
  return new Set([...numbersOf(text), ...parts.filter((part) => part !== '').map(spell)])
}

const canonical = (found: string): string | undefined => {
  if (!/\p{N}/u.test(found)) return undefined
  const [, digits, unit = ''] = plain.exec(found) ?? []
  if (digits === undefined) return found.toLowerCase()
  const number = spell(digits)
  return unit.toLowerCase() === 'k' && Number.isFinite(Number(number)) ? String(Number(number) * 1_000) : number
}

const spell = (digits: string): string => {
  const bare = grouped.test(digits) ? digits.replaceAll(',', '') : digits
  return /^\d+(?:\.\d+)?$/.test(bare) && bare.length <= 15 ? String(Number(bare)) : bare
}
