/** Small pictures made byte by byte, so that a test can put into them whatever a phone or a rogue would. */
import { joined } from '#worker/market/offering/photos/bytes'
import { crc32 } from '#worker/market/offering/photos/png'

/** Stands in every EXIF, XMP and comment here; must stand in nothing that is published. */
export const GPS = 'GPS 6.9175 S 107.6191 E'

const ascii = (words: string) => new TextEncoder().encode(words)
const u16 = (n: number) => [n >> 8, n & 0xff]
const u32 = (n: number) => [...u16(n >>> 16), ...u16(n & 0xffff)]
const reversed = (bytes: number[]) => [...bytes].reverse()

type JpegOptions = {
  width: number
  height: number
  exif?: boolean
  orientation?: number
  comment?: string
}

export function jpeg({ width, height, exif, orientation = 1, comment }: JpegOptions): Uint8Array {
  const segment = (marker: number, data: Uint8Array) =>
    joined([Uint8Array.of(0xff, marker, ...u16(data.length + 2)), data])
  const tiff = Uint8Array.of(
    ...[0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0],
    ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0],
  )
  return joined([
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...(exif ? [segment(0xe1, joined([ascii('Exif\0\0'), tiff, ascii(GPS)]))] : []),
    ...(comment ? [segment(0xfe, ascii(comment))] : []),
    segment(0xc0, Uint8Array.of(8, ...u16(height), ...u16(width), 1, 1, 0x11, 0)),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    ascii('pixels'),
    Uint8Array.of(0xff, 0x00, 0xff, 0xd0, 0x12, 0xff, 0xd9),
  ])
}

export function pngChunk(type: string, data: Uint8Array | string): Uint8Array {
  const body = joined([ascii(type), typeof data === 'string' ? ascii(data) : data])
  return joined([Uint8Array.of(...u32(body.length - 4)), body, Uint8Array.of(...u32(crc32(body)))])
}

export function pngOf(width: number, height: number, extras: Uint8Array[] = []): Uint8Array {
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', Uint8Array.of(...u32(width), ...u32(height), 8, 2, 0, 0, 0)),
    ...extras,
    pngChunk('IDAT', ascii('pixels')),
    pngChunk('IEND', ''),
  ])
}

function webpChunk(type: string, data: Uint8Array): Uint8Array {
  const padding = new Uint8Array(data.length % 2)
  return joined([ascii(type), Uint8Array.of(...reversed(u32(data.length))), data, padding])
}

function webp(chunks: Uint8Array[]): Uint8Array {
  const body = joined([ascii('WEBP'), ...chunks])
  return joined([ascii('RIFF'), Uint8Array.of(...reversed(u32(body.length))), body])
}

function lossy(width: number, height: number): Uint8Array {
  const head = [0x10, 0, 0, 0x9d, 0x01, 0x2a, ...reversed(u16(width)), ...reversed(u16(height))]
  return webpChunk('VP8 ', joined([Uint8Array.of(...head), ascii('pixels!')]))
}

export function webpLossy(width: number, height: number): Uint8Array {
  return webp([lossy(width, height)])
}

type Extended = { frameWidth?: number; animated?: boolean }

export function webpExtended(width: number, height: number, options: Extended = {}): Uint8Array {
  const u24 = (n: number) => reversed(u32(n)).slice(0, 3)
  const flags = 0b1100 | (options.animated ? 0b10 : 0)
  return webp([
    webpChunk('VP8X', Uint8Array.of(flags, 0, 0, 0, ...u24(width - 1), ...u24(height - 1))),
    lossy(options.frameWidth ?? width, height),
    webpChunk('EXIF', ascii(GPS)),
    webpChunk('XMP ', ascii(`${GPS}.`)),
  ])
}
