/**
 * JPEG (ITU T.81): a row of segments `FF marker length data`, coded pixels after each start of scan, and an
 * end. Kept: what a decoder needs, JFIF, the colour profile, Adobe's colour transform. Of EXIF only the
 * turn the camera asks for is kept, since without it the picture lies on its side.
 */
import { Reader, joined } from '#worker/market/offering/photos/bytes'
import { orientationIn, orientationOnly } from '#worker/market/offering/photos/exif'
import { refused, type Cleaned } from '#worker/market/offering/photos/container'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff
}

/** Frame headers: all of C0 to CF but tables of Huffman (C4), JPEG extensions (C8) and arithmetic (CC). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const file = new Reader(bytes)
  const kept: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  let orientation = 1
  let scanned = false
  let at = 2
  for (;;) {
    const { marker, from } = markerAt(file, at)
    if (marker === EOI) break
    if (standsAlone(marker)) {
      at = from
      continue
    }
    const end = from + file.u16(from)
    const segment = file.slice(from - 2, end)
    if (isFrame(marker)) {
      if (size) throw refused('one picture, not several')
      size = { height: file.u16(from + 3), width: file.u16(from + 5) }
    }
    if (marker === APP1 && file.says('Exif\0\0', from + 2)) {
      orientation = orientationIn(file.slice(from + 8, end))
    }
    if (isNeeded(file, marker, from)) kept.push(segment)
    at = end
    if (marker === SOS) {
      scanned = true
      at = endOfScan(file, end)
      kept.push(file.slice(end, at))
    }
  }
  if (!size || !scanned) throw refused('a whole JPEG file')
  const turned = orientation >= 5
  return {
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
    bytes: assembled(kept, orientation),
  }
}

/** The next marker, over any fill bytes, and where its segment's length stands. */
function markerAt(file: Reader, at: number): { marker: number; from: number } {
  if (file.u8(at) !== 0xff) throw refused('a whole JPEG file')
  let from = at + 1
  while (file.u8(from) === 0xff) from += 1
  return { marker: file.u8(from), from: from + 1 }
}

function isNeeded(file: Reader, marker: number, from: number): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  if (marker === APP0) return file.says('JFIF\0', from + 2)
  if (marker === APP2) return file.says('ICC_PROFILE\0', from + 2)
  return marker === APP14 && file.says('Adobe', from + 2)
}

/** Coded pixels run to the next marker; FF 00 is a byte of them and FF D0 to D7 restart them. */
function endOfScan(file: Reader, from: number): number {
  const { bytes } = file
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = file.u8(at + 1)
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at
  }
  throw refused('a whole JPEG file')
}

function assembled(kept: readonly Uint8Array[], orientation: number): Uint8Array {
  const start = Uint8Array.of(0xff, SOI)
  const end = Uint8Array.of(0xff, EOI)
  const exif = orientation > 1 ? [orientationOnly(orientation)] : []
  return joined([start, ...exif, ...kept, end])
}
