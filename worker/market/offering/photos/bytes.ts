/** Bytes of a file: read with their bounds minded, found by text, and put together again from parts. */
import { Refusal } from '#worker/kernel/refusal'

/** Big or little end first; reading beyond the end means that the file is cut off. */
export class Reader {
  readonly bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#within(at, 1))
  }

  u16(at: number, little = false): number {
    return this.#view.getUint16(this.#within(at, 2), little)
  }

  u32(at: number, little = false): number {
    return this.#view.getUint32(this.#within(at, 4), little)
  }

  slice(from: number, to: number): Uint8Array {
    this.#within(from, to - from)
    return this.bytes.subarray(from, to)
  }

  /** Whether these ASCII letters stand there. */
  says(text: string, at: number): boolean {
    if (at + text.length > this.length) return false
    for (let i = 0; i < text.length; i += 1) {
      if (this.bytes[at + i] !== text.charCodeAt(i)) return false
    }
    return true
  }

  #within(at: number, size: number): number {
    if (at < 0 || size < 0 || at + size > this.length) {
      throw new Refusal('picture-refused', 'The picture is cut off.')
    }
    return at
  }
}

export function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
