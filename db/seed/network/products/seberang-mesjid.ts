// What Sasirangan Kembang Kacang sells.

import type { ProductStory } from '#db/seed/network/story'

export const seberangMesjidProducts: readonly ProductStory[] = [
  {
    slug: 'kain-sasirangan-gigi-haruan',
    title: 'Kain sasirangan gigi haruan',
    description:
      'Kain 2 meter yang dijelujur, disisit, lalu dicelup sehingga garis putihnya muncul. Gigi ' +
      'haruan, taring ikan gabus, berarti ketajaman berpikir. Pewarna alam dari kulit ulin.',
    category: 'batik',
    madeOf: ['katun', 'kulit ulin'],
    unit: 'pcs',
    price: 285_000,
    grams: 380,
    variants: [
      { name: 'Merah', stock: 9 },
      { name: 'Biru', stock: 7 },
    ],
    makers: ['norhasanah'],
    picture: { form: 'hung', motif: 'gigiHaruan', palette: 'mengkudu' },
  },
  {
    slug: 'kain-sasirangan-ombak',
    title: 'Kain sasirangan ombak sinapur karang',
    description:
      'Garis bergelombang ombak sinapur karang menceritakan cobaan yang dihadapi dengan sabar. ' +
      'Dijahit tangan oleh ibu-ibu di tepi Sungai Martapura. Lebar 110, panjang 200 sentimeter.',
    category: 'batik',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 265_000,
    grams: 380,
    variants: [
      { name: 'Nila', stock: 11 },
      { name: 'Hijau', stock: 8 },
      { name: 'Ungu', stock: 5 },
    ],
    makers: ['siti-hadijah'],
    picture: { form: 'hung', motif: 'ombak', palette: 'indigo' },
  },
  {
    slug: 'kain-sasirangan-hiris-gagatas',
    title: 'Kain sasirangan hiris gagatas',
    description:
      'Bentuk belah ketupat dari kue gagatas yang diiris rapi. Warnanya kuning, dahulu ' +
      'dipercaya menyembuhkan sakit kuning. Bahan sutra yang ringan.',
    category: 'batik',
    madeOf: ['sutra', 'kunyit'],
    unit: 'pcs',
    price: 485_000,
    grams: 260,
    variants: [{ name: '', stock: 4 }],
    makers: ['mastora'],
    picture: { form: 'folded', motif: 'hirisGagatas', palette: 'tegeran' },
  },
  {
    slug: 'kain-sasirangan-kembang-kacang',
    title: 'Kain sasirangan kembang kacang',
    description:
      'Kembang kacang berarti keakraban. Bunga-bunga kecil berselang garis jahitan yang ' +
      'berliku. Katun halus untuk gaun dan kemeja.',
    category: 'batik',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 245_000,
    grams: 360,
    variants: [
      { name: 'Hijau telawi', stock: 10 },
      { name: 'Merah muda', stock: 8 },
    ],
    makers: ['nurul-huda'],
    picture: { form: 'roll', motif: 'kembangKacang', palette: 'telawi' },
  },
  {
    slug: 'kemeja-sasirangan-pria',
    title: 'Kemeja sasirangan',
    description:
      'Kemeja lengan pendek motif ombak, dipakai kantor-kantor di Banjarmasin setiap Kamis. ' +
      'Jahitan rapi, kerah kaku. Warna tidak luntur setelah dicuci.',
    category: 'clothing',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 225_000,
    grams: 280,
    variants: [
      { name: 'S', stock: 5 },
      { name: 'M', stock: 13 },
      { name: 'L', stock: 14 },
      { name: 'XL', stock: 8 },
    ],
    makers: ['galuh-fatmawati'],
    picture: { form: 'shirt', motif: 'ombak', palette: 'nila' },
  },
  {
    slug: 'kemeja-sasirangan-haruan',
    title: 'Kemeja sasirangan gigi haruan',
    description:
      'Gigi haruan dalam warna tanah dan merah. Potongan lurus dengan belahan samping. Dapat ' +
      'dipesan seragam mulai sepuluh potong.',
    category: 'clothing',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 235_000,
    grams: 280,
    variants: [
      { name: 'M', stock: 7 },
      { name: 'L', stock: 9 },
      { name: 'XL', stock: 6 },
    ],
    madeToOrderDays: 12,
    makers: ['norhasanah'],
    picture: { form: 'shirt', motif: 'gigiHaruan', palette: 'lumpur' },
  },
  {
    slug: 'selendang-sasirangan-sutra',
    title: 'Selendang sutra sasirangan',
    description:
      'Selendang sutra 50 × 200 sentimeter dengan kembang kacang. Jahitan jelujurnya ' +
      'meninggalkan titik halus yang menjadi tanda keaslian. Dibungkus kotak.',
    category: 'batik',
    madeOf: ['sutra'],
    unit: 'pcs',
    price: 325_000,
    grams: 120,
    variants: [
      { name: 'Ungu manggis', stock: 6 },
      { name: 'Merah muda', stock: 5 },
    ],
    makers: ['siti-hadijah'],
    picture: { form: 'scarf', motif: 'kembangKacang', palette: 'manggis' },
  },
  {
    slug: 'outer-sasirangan',
    title: 'Outer sasirangan',
    description:
      'Outer ringan bermotif hiris gagatas untuk cuaca tepi sungai. Lengan tiga perempat. Satu ' +
      'ukuran untuk S sampai L.',
    category: 'clothing',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 275_000,
    grams: 300,
    variants: [{ name: '', stock: 8 }],
    makers: ['mastora'],
    picture: { form: 'outer', motif: 'hirisGagatas', palette: 'secang' },
  },
  {
    slug: 'sarung-sasirangan-ombak',
    title: 'Sarung sasirangan',
    description:
      'Sarung katun dewasa dengan ombak melintang. Lembut karena dicuci dua kali sebelum ' +
      'dijual. Ukuran 110 × 200 sentimeter.',
    category: 'batik',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 195_000,
    grams: 360,
    variants: [{ name: '', stock: 15 }],
    makers: ['nurul-huda'],
    picture: { form: 'throwOver', motif: 'ombak', palette: 'ketapang' },
  },
  {
    slug: 'bantal-sasirangan',
    title: 'Sarung bantal sasirangan',
    description:
      'Sarung bantal 40 × 40 sentimeter dari potongan kain celup. Warna tiap sisi berbeda. ' +
      'Ritsleting tersembunyi.',
    category: 'home',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 75_000,
    grams: 150,
    variants: [
      { name: 'Merah', stock: 12 },
      { name: 'Biru', stock: 10 },
    ],
    makers: ['galuh-fatmawati', 'siti-hadijah'],
    picture: { form: 'cushion', motif: 'hirisGagatas', palette: 'mengkudu' },
  },
  {
    slug: 'tote-sasirangan',
    title: 'Tas tote sasirangan',
    description:
      'Tote dari kain sasirangan berlapis kanvas. Kuat untuk buku dan belanja. Kantong dalam ' +
      'untuk telepon.',
    category: 'bags',
    madeOf: ['katun', 'kanvas'],
    unit: 'pcs',
    price: 95_000,
    grams: 240,
    variants: [{ name: '', stock: 20 }],
    makers: ['norhasanah', 'mastora'],
    picture: { form: 'tote', motif: 'kembangKacang', palette: 'indigo' },
  },
  {
    slug: 'pouch-sasirangan',
    title: 'Dompet sasirangan',
    description:
      'Dompet ritsleting dua ukuran dari sisa kain. Warnanya selalu kejutan. Suvenir favorit ' +
      'acara dinas.',
    category: 'bags',
    madeOf: ['katun', 'furing'],
    unit: 'pcs',
    price: 38_000,
    grams: 60,
    variants: [{ name: '', stock: 52 }],
    makers: ['siti-hadijah', 'nurul-huda'],
    picture: { form: 'pouch', motif: 'gigiHaruan', palette: 'telawi' },
  },
]
