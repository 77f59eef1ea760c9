/** A code as a picture of its own: dark on white whatever the appearance, sharp at any size. */
import { encode } from 'uqr'

export function drawnQris(payload: string): string {
  const { size, data } = encode(payload, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 12}" ` +
    `height="${size * 12}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}
