/**
 * PNG (W3C PNG, third edition): a signature, then chunks `length type data CRC`, IHDR first and IEND last.
 * Kept: pixels, palette, transparency and colour; dropped: texts, EXIF, times, animation, what is private.
 * A chunk whose CRC does not agree means that the file is damaged or made up.
 */
import { Reader, ascii, joined } from '#worker/market/offering/photos/bytes'
import { refused, type Cleaned } from '#worker/market/offering/photos/container'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
])
/** Colour type → bit depths that it may have. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte)
}

export function cleanPng(bytes: Uint8Array): Cleaned {
  const file = new Reader(bytes)
  const kept: Uint8Array[] = [SIGNATURE]
  const header = headerOf(file)
  let painted = false
  for (let at = SIGNATURE.length; ;) {
    const length = file.u32(at)
    const end = at + 12 + length
    const chunk = file.slice(at, end)
    const type = ascii(file.slice(at + 4, at + 8))
    if (file.u32(end - 4) !== crc32(file.slice(at + 4, end - 4))) throw refused('undamaged')
    painted ||= type === 'IDAT'
    if (KEPT.has(type)) kept.push(chunk)
    if (type === 'IEND') break
    at = end
  }
  if (!painted) throw refused('a whole PNG file')
  return { ...header, bytes: joined(kept) }
}

function headerOf(file: Reader): { width: number; height: number } {
  if (file.u32(8) !== 13 || !file.says('IHDR', 12)) throw refused('a whole PNG file')
  const depths = DEPTHS[file.u8(25)]
  if (!depths?.includes(file.u8(24))) throw refused('a PNG that browsers can show')
  return { width: file.u32(16), height: file.u32(20) }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let rest = n
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

/** CRC-32 as PNG, gzip and Ethernet compute it. */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 0xff]! ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}
