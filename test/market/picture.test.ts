import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { Refusal } from '#worker/kernel/refusal'
import { joined } from '#worker/market/offering/photos/bytes'
import { orientationIn, orientationOnly } from '#worker/market/offering/photos/exif'
import { pictureFrom } from '#worker/market/offering/photos/picture'
import { crc32 } from '#worker/market/offering/photos/png'
import { GPS, jpeg, pngChunk, pngOf, webpLossy, webpExtended } from '#test/support/pictures'

const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
const refusal = (bytes: Uint8Array) => {
  try {
    pictureFrom(bytes)
  } catch (reason) {
    if (reason instanceof Refusal) return reason.type
    throw reason
  }
  return 'accepted'
}
const ascii = (words: string) => new TextEncoder().encode(words)

describe('what is kept of a picture', () => {
  it('takes place, device and comment out of a JPEG and leaves its pixels', () => {
    const picture = pictureFrom(
      jpeg({ width: 800, height: 600, exif: true, comment: 'Rumah Bu Siti' }),
    )
    expect(picture).toMatchObject({ type: 'image/jpeg', width: 800, height: 600 })
    expect(text(picture.bytes)).not.toContain(GPS)
    expect(text(picture.bytes)).not.toContain('Rumah Bu Siti')
    expect(text(picture.bytes)).toContain('pixels')
  })

  it('keeps the turn a camera asks for, and says the size as it is seen', () => {
    const picture = pictureFrom(jpeg({ width: 800, height: 600, exif: true, orientation: 6 }))
    expect(picture).toMatchObject({ width: 600, height: 800 })
    expect(text(picture.bytes)).not.toContain(GPS)
    const at = text(picture.bytes).indexOf('Exif\0\0')
    expect(orientationIn(picture.bytes.subarray(at + 6))).toBe(6)
  })

  it('takes texts and EXIF out of a PNG', () => {
    const picture = pictureFrom(
      pngOf(70, 90, [pngChunk('tEXt', `Comment\0${GPS}`), pngChunk('eXIf', GPS)]),
    )
    expect(picture).toMatchObject({ type: 'image/png', width: 70, height: 90 })
    expect(text(picture.bytes)).not.toContain(GPS)
  })

  it('takes EXIF and XMP out of a WebP and lowers their flags', () => {
    const picture = pictureFrom(webpExtended(640, 480))
    expect(picture).toMatchObject({ type: 'image/webp', width: 640, height: 480 })
    expect(text(picture.bytes)).not.toContain(GPS)
    expect(picture.bytes[20]! & 0b1100).toBe(0)
    expect(new DataView(picture.bytes.buffer).getUint32(4, true)).toBe(picture.bytes.length - 8)
  })

  it('drops whatever stands behind the end', () => {
    const html = ascii('<html><script>alert(1)</script>')
    for (const file of [jpeg({ width: 99, height: 99 }), pngOf(99, 99), webpLossy(99, 99)]) {
      expect(text(pictureFrom(joined([file, html])).bytes)).not.toContain('<script>')
    }
  })

  it('changes nothing more when it is cleaned again', () => {
    for (const file of [
      jpeg({ width: 80, height: 70, exif: true, orientation: 8 }),
      pngOf(80, 70, [pngChunk('tEXt', GPS)]),
      webpExtended(80, 70),
    ]) {
      const once = pictureFrom(file)
      expect(pictureFrom(once.bytes)).toEqual(once)
    }
  })
})

describe('what is refused', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['a drawing that could run scripts', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', ascii('GIF89a' + '\0'.repeat(60))],
    ['a page', ascii('<!doctype html><img src=x>')],
    ['a JPEG by its first bytes alone', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x3c, 0x3e)],
    ['a JPEG that is cut off', jpeg({ width: 90, height: 90 }).slice(0, -6)],
    ['a PNG whose checksum does not agree', damaged(pngOf(90, 90))],
    ['a PNG that is cut off', pngOf(90, 90).slice(0, -12)],
    ['a WebP that says a larger size than it has', webpExtended(640, 480, { frameWidth: 64 })],
    ['a WebP that moves', webpExtended(640, 480, { animated: true })],
    ['a picture too small to see', pngOf(63, 900)],
    ['a picture of more than 12,000 pixels a side', jpeg({ width: 12_001, height: 100 })],
    ['a picture that would take a gigabyte to show', jpeg({ width: 12_000, height: 12_000 })],
  ])('refuses %s', (_, bytes) => {
    expect(refusal(bytes)).toBe('picture-refused')
  })

  it('refuses more than 8 MiB as too large', () => {
    expect(refusal(new Uint8Array(8 * 1024 * 1024 + 1))).toBe('too-large')
  })

  it('answers any bytes at all with a picture or a refusal', () => {
    const starts = [
      jpeg({ width: 99, height: 99, exif: true }),
      pngOf(99, 99),
      webpExtended(99, 99),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(400),
        fc.uint8Array({ maxLength: 80 }),
        (start, at, noise) => {
          const bytes = joined([start.subarray(0, at), noise, start.subarray(at)])
          expect(['accepted', 'picture-refused']).toContain(refusal(bytes))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

function damaged(png: Uint8Array): Uint8Array {
  const copy = png.slice()
  copy[copy.length - 16]! ^= 1
  return copy
}

it('computes the CRC of the PNG standard', () => {
  expect(crc32(ascii('IEND'))).toBe(0xae426082)
  expect(crc32(ascii('123456789'))).toBe(0xcbf43926)
})

it('reads back each turn that it writes', () => {
  for (let turn = 1; turn <= 8; turn += 1) {
    expect(orientationIn(orientationOnly(turn).subarray(10))).toBe(turn)
  }
})
