/**
 * The one thing of EXIF that a picture needs: how it is to be turned (TIFF tag 0x0112, values 1 to 8; from 5
 * on width and height change places). Anything odd counts as "as it lies".
 */
import { Reader } from '#worker/market/offering/photos/bytes'

const ORIENTATION = 0x0112
const SHORT = 3

/** Reads the orientation from a TIFF block, the part of an EXIF segment after `Exif\0\0`. */
export function orientationIn(tiff: Uint8Array): number {
  const block = new Reader(tiff)
  if (block.length < 14) return 1
  const little = block.says('II', 0)
  if (!little && !block.says('MM', 0)) return 1
  const directory = block.u32(4, little)
  if (directory + 2 > block.length) return 1
  const entries = block.u16(directory, little)
  for (let n = 0; n < entries; n += 1) {
    const at = directory + 2 + 12 * n
    if (at + 12 > block.length) return 1
    if (block.u16(at, little) !== ORIENTATION || block.u16(at + 2, little) !== SHORT) continue
    const value = block.u16(at + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** A whole APP1 segment that says the orientation and nothing else. */
export function orientationOnly(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0], // APP1, 34 bytes, 'Exif\0\0'
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8], // big end first, the directory at 8
    ...[0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0], // one entry
    ...[0, 0, 0, 0], // no further directory
  )
}
