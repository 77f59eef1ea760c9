// The picture a buyer sends of her transfer: a slip without words, on which the amount can be
// read.

import sharp from 'sharp'

const WIDTH = 360
const HEIGHT = 560

/** Which of the seven strokes each digit has: top, upper right, lower right, bottom, left ones, middle. */
const STROKES = [
  'abcdef',
  'bc',
  'abged',
  'abgcd',
  'fgbc',
  'afgcd',
  'afgedc',
  'abc',
  'abcdefg',
  'abcdfg',
]

const LINES: Readonly<Record<string, string>> = {
  a: 'M2 0H16',
  b: 'M18 2V14',
  c: 'M18 18V30',
  d: 'M2 32H16',
  e: 'M0 18V30',
  f: 'M0 2V14',
  g: 'M2 16H16',
}

export async function drawProof(amount: number): Promise<Uint8Array<ArrayBuffer>> {
  const digits = String(amount)
  const left = WIDTH / 2 - (digits.length * 28) / 2
  const figures = [...digits].map((digit, i) => {
    const lines = [...(STROKES[Number(digit)] ?? '')].map((stroke) => LINES[stroke] ?? '')
    return `<path transform="translate(${left + i * 28} 214)" d="${lines.join('')}"/>`
  })
  const rows = [300, 340, 380, 420, 460].map(
    (y, i) => `<path d="M40 ${y}h${96 + i * 9}M${250 - i * 11} ${y}H320" stroke="#9aa4a8"/>`,
  )
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<rect width="100%" height="100%" fill="#e6ece9"/>` +
    `<rect x="18" y="18" width="324" height="524" rx="14" fill="#fdfdfb"/>` +
    `<circle cx="180" cy="110" r="44" fill="#2f7d5b"/>` +
    `<g fill="none" stroke-linecap="round" stroke-linejoin="round">` +
    `<path d="M160 112l14 14 28-30" stroke="#fff" stroke-width="8"/>` +
    `<g stroke="#1d2b33" stroke-width="4">${figures.join('')}</g>` +
    `<g stroke-width="6">${rows.join('')}</g></g></svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).webp({ quality: 70 }).toBuffer())
}
