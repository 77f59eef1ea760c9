/** The map of ARCHITECTURE.md stays true: every noun stands in its room, there and in the folders. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { worker } from '#test/support/sources'

describe('the map', () => {
  const map = readFileSync('ARCHITECTURE.md', 'utf8').split('\n')

  /** The rows of a wing, each a room with the nouns in it. */
  function roomsOf(wing: string): Map<string, string> {
    const start = map.findIndex((line) => line.startsWith(`| \`worker/${wing}/\` |`))
    const rows = map.slice(start + 1).map((line) => /^\| · `([a-z-]+)` \| (.*) \|$/.exec(line))
    const end = rows.findIndex((row) => row === null)
    return new Map(rows.slice(0, end).map((row) => [row![1]!, row![2]!]))
  }

  it.each(['market', 'lending'])('names every noun of %s in its room, and none beside', (wing) => {
    const rooms = roomsOf(wing)
    const there = worker.flatMap(({ path }) => {
      const [, of, room, noun] = /^worker\/([a-z]+)\/([a-z-]+)\/([a-z-]+)\//.exec(path) ?? []
      return of === wing ? [`${room}/${noun}`] : []
    })
    const named = [...rooms].flatMap(([room, nouns]) =>
      nouns
        .replace(/\([^)]*\)/g, '')
        .split(/[,;]| and /)
        .map((noun) => `${room}/${noun.trim()}`),
    )
    expect(named.toSorted()).toEqual([...new Set(there)].toSorted())
  })
})
