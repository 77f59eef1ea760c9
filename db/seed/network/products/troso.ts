// What Tenun Troso Lestari sells.

import type { ProductStory } from '#db/seed/network/story'

export const trosoProducts: readonly ProductStory[] = [
  {
    slug: 'kain-troso-belah-ketupat',
    title: 'Kain tenun ikat Troso belah ketupat',
    description:
      'Kain ikat pakan lebar 110 sentimeter untuk baju dan gorden. Ditenun dengan alat tenun ' +
      'bukan mesin sehingga teksturnya hidup. Dijual per meter.',
    category: 'textiles',
    madeOf: ['katun'],
    unit: 'metre',
    price: 95_000,
    grams: 260,
    variants: [
      { name: 'Hijau telawi', stock: 34 },
      { name: 'Nila', stock: 28 },
      { name: 'Merah', stock: 19 },
    ],
    makers: ['khoirul-anam', 'mustofa'],
    picture: { form: 'roll', motif: 'ikatDiamonds', palette: 'telawi' },
  },
  {
    slug: 'kain-troso-etnik',
    title: 'Kain tenun Troso garis etnik',
    description:
      'Garis-garis warna dengan anak panah kecil, mengikuti selera rumah dan kafe masa kini. ' +
      'Tidak menerawang, mudah dijahit. Dijual per meter.',
    category: 'textiles',
    madeOf: ['katun'],
    unit: 'metre',
    price: 88_000,
    grams: 260,
    variants: [
      { name: 'Cokelat', stock: 41 },
      { name: 'Kuning', stock: 22 },
    ],
    makers: ['sholikhah', 'nur-asiyah'],
    picture: { form: 'roll', motif: 'ikatBand', palette: 'soga' },
  },
  {
    slug: 'sarung-troso-goyor',
    title: 'Sarung goyor Troso',
    description:
      'Sarung goyor yang lemas, adem saat panas dan hangat saat dingin. Pewarnaan ikat pakan, ' +
      'sambungan rapi. Ukuran dewasa 120 × 210 sentimeter.',
    category: 'textiles',
    madeOf: ['rayon', 'katun'],
    unit: 'pcs',
    price: 285_000,
    grams: 420,
    variants: [
      { name: 'Hijau', stock: 9 },
      { name: 'Ungu', stock: 7 },
      { name: 'Biru', stock: 12 },
    ],
    makers: ['mustofa', 'zaenal-abidin'],
    picture: { form: 'folded', motif: 'ikatLozenge', palette: 'ketapang' },
  },
  {
    slug: 'syal-troso',
    title: 'Syal tenun Troso',
    description:
      'Syal ringan 60 × 180 sentimeter dengan belah ketupat kecil. Benang sutra viscose yang ' +
      'jatuh lembut. Ujungnya dirumbai.',
    category: 'textiles',
    madeOf: ['viscose'],
    unit: 'pcs',
    price: 125_000,
    grams: 160,
    variants: [
      { name: 'Merah muda', stock: 11 },
      { name: 'Biru', stock: 14 },
      { name: 'Kuning', stock: 6 },
    ],
    makers: ['nur-asiyah', 'khoirul-anam'],
    picture: { form: 'scarf', motif: 'ikatLozenge', palette: 'secang' },
  },
  {
    slug: 'kemeja-troso-pria',
    title: 'Kemeja tenun Troso',
    description:
      'Kemeja lengan pendek dari ikat Troso dengan furing di bagian bahu. Motif dipasang ' +
      'searah. Banyak dipesan untuk seragam kantor Kamis.',
    category: 'clothing',
    madeOf: ['katun', 'furing'],
    unit: 'pcs',
    price: 215_000,
    grams: 300,
    variants: [
      { name: 'S', stock: 8 },
      { name: 'M', stock: 15 },
      { name: 'L', stock: 17 },
      { name: 'XL', stock: 9 },
      { name: 'XXL', stock: 3 },
    ],
    makers: ['zaenal-abidin', 'sholikhah'],
    picture: { form: 'shirt', motif: 'ikatDiamonds', palette: 'nila' },
  },
  {
    slug: 'outer-troso',
    title: 'Outer tenun Troso',
    description:
      'Outer longgar berlengan lebar dari kain Troso garis etnik. Tepi depan ditenun, bukan ' +
      'dilipat. Satu ukuran, panjang 85 sentimeter.',
    category: 'clothing',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 235_000,
    grams: 340,
    variants: [
      { name: 'Cokelat', stock: 8 },
      { name: 'Hijau', stock: 6 },
    ],
    makers: ['khoirul-anam', 'mustofa'],
    picture: { form: 'outer', motif: 'ikatBand', palette: 'telawi' },
  },
  {
    slug: 'selimut-troso',
    title: 'Selimut tenun Troso',
    description:
      'Selimut sofa 130 × 180 sentimeter dengan belah ketupat besar. Tebal tetapi tetap ' +
      'menyerap udara. Jumbai di dua sisi.',
    category: 'home',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 345_000,
    grams: 1_100,
    variants: [{ name: '', stock: 9 }],
    makers: ['sholikhah', 'nur-asiyah'],
    picture: { form: 'throwOver', motif: 'ikatDiamonds', palette: 'tegeran' },
  },
  {
    slug: 'sarung-bantal-troso',
    title: 'Sarung bantal tenun Troso',
    description:
      'Sarung bantal 45 × 45 sentimeter berwarna berani. Ritsleting kuat, jahitan ganda. Boleh ' +
      'dicuci mesin putaran lembut.',
    category: 'home',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 72_000,
    grams: 180,
    variants: [
      { name: 'Nila', stock: 20 },
      { name: 'Merah', stock: 17 },
      { name: 'Kuning', stock: 14 },
    ],
    makers: ['mustofa', 'zaenal-abidin'],
    picture: { form: 'cushion', motif: 'ikatDiamonds', palette: 'nila' },
  },
  {
    slug: 'taplak-troso',
    title: 'Taplak panjang tenun Troso',
    description:
      'Taplak meja 35 × 180 sentimeter, cocok untuk enam kursi. Motif belah ketupat berulang ' +
      'dengan ujung lancip. Warna tidak luntur.',
    category: 'home',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 98_000,
    grams: 220,
    variants: [{ name: '', stock: 18 }],
    makers: ['nur-asiyah', 'khoirul-anam'],
    picture: { form: 'runner', motif: 'ikatLozenge', palette: 'mengkudu' },
  },
  {
    slug: 'ransel-troso',
    title: 'Ransel tenun Troso',
    description:
      'Ransel kanvas dengan panel tenun dan saku depan. Muat laptop 14 inci. Tali berbusa, ' +
      'ritsleting besar.',
    category: 'bags',
    madeOf: ['kanvas', 'tenun ikat'],
    unit: 'pcs',
    price: 265_000,
    grams: 620,
    variants: [{ name: '', stock: 7 }],
    makers: ['zaenal-abidin', 'sholikhah'],
    picture: { form: 'backpack', motif: 'ikatBand', palette: 'indigo' },
  },
  {
    slug: 'tote-troso',
    title: 'Tas tote tenun Troso',
    description:
      'Tas belanja sehari-hari dari tenun Troso berlapis kanvas. Kuat dan mudah dilipat. ' +
      'Pegangannya diperkuat kulit sintetis.',
    category: 'bags',
    madeOf: ['tenun ikat', 'kanvas'],
    unit: 'pcs',
    price: 115_000,
    grams: 260,
    variants: [
      { name: 'Hijau', stock: 16 },
      { name: 'Cokelat', stock: 12 },
    ],
    makers: ['khoirul-anam', 'mustofa'],
    picture: { form: 'tote', motif: 'ikatLozenge', palette: 'ketapang' },
  },
]
