/**
 * The arithmetic of our charts: a scale of even, round steps from zero that holds the largest value, and
 * which of many labels are written so that they do not collide. Values are whole and not negative.
 */

/** 0 and the even steps above it; the last is at least `largest`. Two to six marks. */
export function scale(largest: number): number[] {
  if (largest <= 0) return [0, 1]
  const rough = largest / 4
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)))
  const round = [1, 2, 2.5, 5, 10].map((one) => one * power).filter(Number.isInteger)
  const step = round.find((one) => one >= rough) ?? Math.ceil(rough)
  const marks = Math.ceil(largest / step)
  return Array.from({ length: marks + 1 }, (_, at) => at * step)
}

/** How many labels stand side by side in so many pixels: by the longest, at the size of an axis. */
export function roomFor(labels: readonly string[], width: number): number {
  const longest = Math.max(0, ...labels.map((label) => label.length))
  return Math.max(1, Math.floor(width / (longest * LETTER + GAP)))
}
const LETTER = 7
const GAP = 12

/** Of `count` labels in a row, every how many-th is written when `room` of them fit. */
export function every(count: number, room: number): number {
  return Math.max(1, Math.ceil(count / room))
}
