/**
 * WebP (RFC 9649): `RIFF size WEBP`, then chunks `type size data`, padded to even length. Either one still
 * picture (VP8 or VP8L), or VP8X with flags, a canvas and the picture with its extras. Kept: the picture,
 * its transparency and colour profile; EXIF and XMP go with their flags. Animations are refused.
 */
import { Reader, ascii, joined } from '#worker/market/offering/photos/bytes'
import { refused, type Cleaned } from '#worker/market/offering/photos/container'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])
const EXIF_AND_XMP = 0b0000_1100
const ANIMATION = 0b0000_0010

type Size = { width: number; height: number }

export function isWebp(bytes: Uint8Array): boolean {
  const file = new Reader(bytes)
  return file.says('RIFF', 0) && file.says('WEBP', 8)
}

export function cleanWebp(bytes: Uint8Array): Cleaned {
  const file = new Reader(bytes)
  const end = 8 + file.u32(4, true)
  if (end > file.length) throw refused('a whole WebP file')
  const kept: Uint8Array[] = []
  let canvas: Size | undefined
  let picture: Size | undefined
  for (let at = 12; at + 8 <= end;) {
    const type = ascii(file.slice(at, at + 4))
    const size = file.u32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    const chunk = file.slice(at, Math.min(next, file.length))
    if (type === 'ANIM' || type === 'ANMF') throw refused('a still picture')
    if (type === 'VP8X') canvas = canvasOf(file, at + 8)
    if (type === 'VP8 ' || type === 'VP8L') {
      if (picture) throw refused('one picture, not several')
      picture = type === 'VP8 ' ? lossySize(file, at + 8) : losslessSize(file, at + 8)
    }
    if (KEPT.has(type)) kept.push(type === 'VP8X' ? withoutMetadata(chunk) : chunk)
    at = next
  }
  if (!picture) throw refused('a whole WebP file')
  if (canvas && (canvas.width !== picture.width || canvas.height !== picture.height)) {
    throw refused('as large as it says')
  }
  return { ...picture, bytes: container(kept) }
}

function canvasOf(file: Reader, at: number): Size {
  if (file.u8(at) & ANIMATION) throw refused('a still picture')
  const u24 = (from: number) => file.u16(from, true) + file.u8(from + 2) * 0x10000
  return { width: u24(at + 4) + 1, height: u24(at + 7) + 1 }
}

/** A key frame of VP8 (RFC 6386): three bytes of tag, the start code, then two 14-bit sides. */
function lossySize(file: Reader, at: number): Size {
  const startsHere =
    file.u8(at + 3) === 0x9d && file.u8(at + 4) === 0x01 && file.u8(at + 5) === 0x2a
  if (!startsHere) throw refused('a whole WebP file')
  return { width: file.u16(at + 6, true) & 0x3fff, height: file.u16(at + 8, true) & 0x3fff }
}

function losslessSize(file: Reader, at: number): Size {
  if (file.u8(at) !== 0x2f) throw refused('a whole WebP file')
  const bits = file.u32(at + 1, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function withoutMetadata(chunk: Uint8Array): Uint8Array {
  const copy = chunk.slice()
  copy[8]! &= ~EXIF_AND_XMP
  return copy
}

function container(chunks: readonly Uint8Array[]): Uint8Array {
  const head = new Uint8Array(12)
  const size = chunks.reduce((total, chunk) => total + chunk.length, 4)
  head.set([0x52, 0x49, 0x46, 0x46], 0)
  new DataView(head.buffer).setUint32(4, size, true)
  head.set([0x57, 0x45, 0x42, 0x50], 8)
  return joined([head, ...chunks])
}
