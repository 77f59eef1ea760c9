// A tile of irregular cells that meets itself on every side: the nearest-seed (Voronoi) cells of seeds
// scattered on a torus, each cut out of a square by the lines halfway to its neighbours.

type Point = readonly [x: number, y: number]

export type Cell = {
  readonly d: string
  readonly x: number
  readonly y: number
  readonly index: number
}

/** The cells of `count` seeds, drawn again beyond the edges where they cross them. */
export function cells(tile: { width: number; height: number }, count: number): Cell[] {
  const seeds = scattered(tile, count)
  const shifts = [-1, 0, 1].flatMap((x) =>
    [-1, 0, 1].map((y): Point => [x * tile.width, y * tile.height]),
  )
  const all = shifts.flatMap(([dx, dy]) => seeds.map(([x, y]): Point => [x + dx, y + dy]))
  return all
    .map((seed, place) => ({ seed, index: place % count }))
    .filter(({ seed: [x, y] }) => x > -90 && y > -90 && x < tile.width + 90 && y < tile.height + 90)
    .map(({ seed, index }) => ({ d: outline(seed, all), x: seed[0], y: seed[1], index }))
}

/** Seeds on a shaken spiral of the golden angle's kind: even, but never in rows. */
function scattered(tile: { width: number; height: number }, count: number): Point[] {
  return Array.from({ length: count }, (_, index): Point => {
    const x = ((index * 0.7548776662466927) % 1) * tile.width
    const y = ((index * 0.5698402909980532) % 1) * tile.height
    return [x, y]
  })
}

function outline([x, y]: Point, all: readonly Point[]): string {
  let shape: Point[] = [
    [x - 150, y - 150],
    [x + 150, y - 150],
    [x + 150, y + 150],
    [x - 150, y + 150],
  ]
  for (const [ox, oy] of all) {
    const far = Math.hypot(ox - x, oy - y)
    if (far === 0 || far > 320) continue
    shape = nearer(shape, [x, y], [ox, oy])
  }
  return `M${shape.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}Z`
}

/** The part of a shape that lies nearer to `here` than to `there`. */
function nearer(shape: readonly Point[], here: Point, there: Point): Point[] {
  const [nx, ny] = [there[0] - here[0], there[1] - here[1]]
  const edge = (nx * (here[0] + there[0]) + ny * (here[1] + there[1])) / 2
  const over = ([px, py]: Point) => px * nx + py * ny - edge
  return shape.flatMap((point, index) => {
    const after = shape[(index + 1) % shape.length] ?? point
    const [one, two] = [over(point), over(after)]
    const kept: Point[] = one <= 0 ? [point] : []
    if (one < 0 !== two < 0) {
      const share = one / (one - two)
      kept.push([
        point[0] + (after[0] - point[0]) * share,
        point[1] + (after[1] - point[1]) * share,
      ])
    }
    return kept
  })
}
