/**
 * A range of prices as cells of the index. Every price stands there at fifteen scales, rupiah, fours of
 * rupiah, sixteens and so on up to 4^14, as `x3_781` for prices of which 4^3 times 781 is the cell; any
 * range is at most three cells at either end of each scale, exactly, so that no good outside is read.
 */
const SCALES = 15
const WAYS = 4
const LARGEST = WAYS ** SCALES - 1

export type PriceRange = { minPrice?: number | undefined; maxPrice?: number | undefined }

/** The cells that make up the range; none where it holds every price, `x_none` where it holds none. */
export function priceCells({ minPrice, maxPrice }: PriceRange): string[] {
  let [low, high] = [Math.max(0, minPrice ?? 0), Math.min(maxPrice ?? LARGEST, LARGEST)]
  if (low > high) return ['x_none']
  const cells: string[] = []
  for (let scale = 0; scale < SCALES && low <= high; scale += 1) {
    for (; low % WAYS !== 0 && low <= high; low += 1) cells.push(`x${scale}_${low}`)
    for (; high % WAYS !== WAYS - 1 && low <= high; high -= 1) cells.push(`x${scale}_${high}`)
    ;[low, high] = [low / WAYS, Math.floor(high / WAYS)]
  }
  return cells
}
