import { DocumentBomb } from '../document-errors.ts'

const HEAD_CHARACTERS = 64 * 1024

/** Refuses XML that declares entities of its own: a few lines of them expand to gigabytes, and documents need none. */
export function refuseEntityBomb(xml: string, part = 'the XML'): void {
  if (/<!ENTITY\s/i.test(xml.slice(0, HEAD_CHARACTERS)))
    throw DocumentBomb(`${part} declares entities, which can expand without end`)
}
