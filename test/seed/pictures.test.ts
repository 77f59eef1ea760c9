// The drawn pictures of the demo network's products.

import { expect, test } from 'vitest'
import { enterprises } from '#db/seed/network/enterprises'
import { PICTURE_WIDTHS, drawPicture, renderPicture } from '#db/seed/pictures'

const drawings = enterprises.flatMap(({ products, scene }) =>
  products.map(({ slug, picture }) => ({ slug, svg: drawPicture(slug, picture, scene) })),
)

test('are the same each time and another for each product', () => {
  const again = enterprises.flatMap(({ products, scene }) =>
    products.map(({ slug, picture }) => drawPicture(slug, picture, scene)),
  )
  expect(drawings.map(({ svg }) => svg)).toEqual(again)
  expect(new Set(again).size).toBe(drawings.length)
})

test('hold no words and nothing from elsewhere', () => {
  const wrong = drawings.filter(({ svg }) => /<text|<image|href=|NaN|undefined/.test(svg))
  expect(wrong.map(({ slug }) => slug)).toEqual([])
})

test('name each clip once', () => {
  const twice = drawings.filter(({ svg }) => {
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    return new Set(ids).size !== ids.length
  })
  expect(twice.map(({ slug }) => slug)).toEqual([])
})

test('come in three widths and are light enough for a phone', async () => {
  const some = drawings.filter((_, index) => index % 16 === 0)
  for (const { svg } of some) {
    const sizes = await renderPicture(svg)
    expect([...sizes.keys()]).toEqual([...PICTURE_WIDTHS])
    expect(sizes.get(640)?.length).toBeLessThanOrEqual(40 * 1024)
  }
})
