// The categories of the demo network's goods, in the order in which they are shown.

import type { CategoryStory } from '#db/seed/network/story'

export const categories: readonly CategoryStory[] = [
  { slug: 'anyaman', name: { id: 'Anyaman', en: 'Woven ware' } },
  { slug: 'batik', name: { id: 'Batik & sasirangan', en: 'Batik & sasirangan' } },
  { slug: 'tenun', name: { id: 'Tenun & songket', en: 'Handwoven cloth' } },
  { slug: 'gerabah', name: { id: 'Gerabah', en: 'Pottery' } },
  { slug: 'kopi', name: { id: 'Kopi', en: 'Coffee' } },
  { slug: 'pangan', name: { id: 'Gula & pangan', en: 'Sugar & food' } },
  { slug: 'ukiran', name: { id: 'Kayu & ukiran', en: 'Carved wood' } },
  { slug: 'perhiasan', name: { id: 'Perhiasan', en: 'Jewellery' } },
  { slug: 'tas', name: { id: 'Tas & dompet', en: 'Bags & purses' } },
  { slug: 'rumah', name: { id: 'Rumah & mebel', en: 'Home & furniture' } },
]
