import { DocumentBomb, DocumentUnreadable } from '../document-errors.ts'
import { refuseEntityBomb } from './refuse-entity-bomb.ts'

export type XmlElement = {
  /** Without its namespace prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

type Growing = { name: string; attributes: Record<string, string>; children: (Growing | string)[] }

const MAX_DEPTH = 256
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[?!][^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)|</g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads the XML of office files: elements, attributes and text. Declared entities are refused, never expanded. */
export function readXml(xml: string, part = 'the XML'): XmlElement {
  refuseEntityBomb(xml, part)
  const root: Growing = { name: '', attributes: {}, children: [] }
  const stack: Growing[] = [root]
  for (const [token, data, closed, opened, attributes = '', alone, text] of xml.matchAll(TOKEN)) {
    const parent = stack.at(-1) ?? root
    if (text !== undefined) parent.children.push(decode(text))
    else if (data !== undefined) parent.children.push(data)
    else if (closed !== undefined) {
      if (stack.length > 1 && parent.name === local(closed)) stack.pop()
    } else if (opened !== undefined) {
      const element: Growing = { name: local(opened), attributes: {}, children: [] }
      for (const [, key = '', double, single] of attributes.matchAll(ATTRIBUTE))
        element.attributes[local(key)] = decode(double ?? single ?? '')
      parent.children.push(element)
      if (alone === '') stack.push(element)
      if (stack.length > MAX_DEPTH) throw DocumentBomb(`${part} is nested more than ${MAX_DEPTH} deep`)
    } else if (token === '<') throw DocumentUnreadable('office', `${part} is no well-formed XML`)
  }
  return root
}

const isXmlElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

export const elementsOf = (element: XmlElement): readonly XmlElement[] => element.children.filter(isXmlElement)

/** Every element below with this name, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === name ? [child, ...descendants(child, name)] : descendants(child, name),
  )
}

export const xmlText = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('')
