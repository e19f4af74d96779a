import { crc32, deflateRawSync } from 'node:zlib'
import type { Site } from './render-site.ts'

/** The flag of names in UTF-8. */
const UTF8 = 0x0800
const DEFLATED = 8
/** 1980-01-01: the format begins there, and one that is always the same makes equal sites equal archives. */
const FIRST_DAY = (1 << 5) | 1

/** A site as a ZIP archive (PKWARE APPNOTE 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16). */
export const packZip = (site: Site): Buffer => {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [path, { content }] of site) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(content)
    const described = Buffer.concat([
      numbers16(20, UTF8, DEFLATED, 0, FIRST_DAY),
      numbers32(crc32(content), packed.length, content.length),
      numbers16(name.length, 0),
    ])
    const body = Buffer.concat([numbers32(0x04034b50), described, name, packed])
    bodies.push(body)
    entries.push(numbers32(0x02014b50), numbers16(20), described, numbers16(0, 0, 0), numbers32(0, offset), name)
    offset += body.length
  }
  const directory = Buffer.concat(entries)
  return Buffer.concat([
    ...bodies,
    directory,
    numbers32(0x06054b50),
    numbers16(0, 0, site.size, site.size),
    numbers32(directory.length, offset),
    numbers16(0),
  ])
}

const numbers16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2)
  return bytes
}

const numbers32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4)
  return bytes
}
