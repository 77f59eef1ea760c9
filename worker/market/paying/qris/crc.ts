/**
 * The check at the end of a code: CRC-16/CCITT-FALSE (polynomial 1021, begins with FFFF), written as four
 * upper-case hexadecimal figures. Codes hold printable ASCII alone, so a character is a byte.
 */
export function crcOf(text: string): string {
  let crc = 0xffff
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at) << 8
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
