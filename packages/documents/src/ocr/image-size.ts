type ImageSize = { readonly width: number; readonly height: number }

/** Frame headers of JPEG; the other markers in this range are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    // A filling byte stands alone; every other segment tells its length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

function webpSize(view: DataView, kind: string): ImageSize | undefined {
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  const triple = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  return kind === 'VP8X' ? { width: triple(24) + 1, height: triple(27) + 1 } : undefined
}

/** Width and height from the header alone, so that a picture can be refused before it is unpacked. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.length < 32) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(1, 4) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) }
  if (text(0, 3) === 'GIF') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (text(0, 2) === 'BM')
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
  if (text(8, 12) === 'WEBP') return webpSize(view, text(12, 16))
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined
}
