// What Rotan Tegalwangi sells.

import type { ProductStory } from '#db/seed/network/story'

export const tegalwangiProducts: readonly ProductStory[] = [
  {
    slug: 'kursi-teras-rotan',
    title: 'Kursi teras rotan anyam',
    description:
      'Kursi teras berangka rotan manau dengan sandaran anyaman penuh. Bantalan duduk bisa ' +
      'dilepas. Dipoles bening, tahan di teras beratap.',
    category: 'home',
    madeOf: ['rotan manau', 'rotan pitrit'],
    unit: 'pcs',
    price: 895_000,
    grams: 7_500,
    variants: [{ name: '', stock: 8 }],
    madeToOrderDays: 14,
    makers: ['casmadi'],
    picture: { form: 'armchair', motif: 'wicker', palette: 'merang' },
  },
  {
    slug: 'kursi-goyang-rotan',
    title: 'Kursi goyang rotan',
    description:
      'Kursi goyang dengan lengkung yang dibengkokkan memakai uap. Sandarannya anyaman cane ' +
      'yang tembus angin. Menahan beban sampai seratus sepuluh kilogram.',
    category: 'home',
    madeOf: ['rotan manau', 'rotan pitrit'],
    unit: 'pcs',
    price: 1_385_000,
    grams: 9_800,
    variants: [{ name: '', stock: 3 }],
    madeToOrderDays: 21,
    makers: ['kartini'],
    picture: { form: 'rocker', motif: 'cane', palette: 'tegeran' },
  },
  {
    slug: 'bangku-dua-rotan',
    title: 'Bangku rotan dua dudukan',
    description:
      'Bangku untuk dua orang dengan sandaran melengkung. Ringan dipindah, manis di teras ' +
      'maupun ruang baca. Bantalan duduk sudah termasuk.',
    category: 'home',
    madeOf: ['rotan manau', 'rotan pitrit'],
    unit: 'pcs',
    price: 1_850_000,
    grams: 15_500,
    variants: [{ name: '', stock: 2 }],
    madeToOrderDays: 21,
    makers: ['junaedi'],
    picture: { form: 'bench', motif: 'cane', palette: 'merang' },
  },
  {
    slug: 'meja-samping-rotan',
    title: 'Meja samping rotan',
    description:
      'Meja bundar 50 sentimeter dengan rak bawah. Permukaannya anyaman cane di bawah pelindung ' +
      'bening. Kaki rotan manau saling menguatkan.',
    category: 'home',
    madeOf: ['rotan manau', 'rotan pitrit'],
    unit: 'pcs',
    price: 475_000,
    grams: 4_200,
    variants: [{ name: '', stock: 7 }],
    madeToOrderDays: 10,
    makers: ['sunenti'],
    picture: { form: 'sideTable', motif: 'cane', palette: 'soga' },
  },
  {
    slug: 'puf-rotan',
    title: 'Puf rotan',
    description:
      'Dudukan pendek berbentuk drum, bisa juga menjadi meja kecil. Anyaman rapat dengan alas ' +
      'rangka. Tinggi 42 sentimeter.',
    category: 'home',
    madeOf: ['rotan pitrit'],
    unit: 'pcs',
    price: 385_000,
    grams: 3_600,
    variants: [{ name: '', stock: 9 }],
    makers: ['darsono', 'kartini'],
    picture: { form: 'pouf', motif: 'wicker', palette: 'merang' },
  },
  {
    slug: 'lampu-gantung-rotan',
    title: 'Lampu gantung rotan',
    description:
      'Kap lampu gantung dari rotan pitrit dengan sela yang menyaring cahaya. Garis tengah 40 ' +
      'sentimeter. Dudukan lampu E27 dan kabel termasuk.',
    category: 'home',
    madeOf: ['rotan pitrit'],
    unit: 'pcs',
    price: 295_000,
    grams: 1_200,
    variants: [{ name: '', stock: 11 }],
    makers: ['casmadi', 'junaedi'],
    picture: { form: 'pendant', motif: 'cane', palette: 'soga' },
  },
  {
    slug: 'cermin-matahari-rotan',
    title: 'Cermin matahari rotan',
    description:
      'Cermin bundar dengan jari-jari rotan seperti matahari pagi. Garis tengah keseluruhan 65 ' +
      'sentimeter. Gantungan sudah terpasang.',
    category: 'home',
    madeOf: ['rotan', 'kaca'],
    unit: 'pcs',
    price: 265_000,
    grams: 1_500,
    variants: [{ name: '', stock: 10 }],
    makers: ['kartini', 'sunenti'],
    picture: { form: 'sunMirror', motif: 'wicker', palette: 'tegeran' },
  },
  {
    slug: 'rak-susun-rotan',
    title: 'Rak susun rotan tiga tingkat',
    description:
      'Rak lengkung tiga tingkat untuk buku, tanaman, atau perlengkapan mandi. Tidak memakai ' +
      'paku yang terlihat. Tinggi 110 sentimeter.',
    category: 'home',
    madeOf: ['rotan manau', 'rotan pitrit'],
    unit: 'pcs',
    price: 725_000,
    grams: 5_600,
    variants: [{ name: '', stock: 4 }],
    madeToOrderDays: 14,
    makers: ['junaedi'],
    picture: { form: 'rack', motif: 'cane', palette: 'merang' },
  },
  {
    slug: 'keranjang-rotan-gagang',
    title: 'Keranjang rotan bergagang dua',
    description:
      'Keranjang serbaguna dengan dua pegangan yang kokoh. Untuk mainan, selimut, atau majalah. ' +
      'Garis tengah 40 sentimeter.',
    category: 'weaving',
    madeOf: ['rotan pitrit'],
    unit: 'pcs',
    price: 185_000,
    grams: 1_300,
    variants: [
      { name: 'Sedang', stock: 14 },
      { name: 'Besar', stock: 8, price: 235_000, grams: 1_800 },
    ],
    makers: ['sunenti', 'casmadi'],
    picture: { form: 'basket', motif: 'wicker', palette: 'merang' },
  },
  {
    slug: 'keranjang-hantaran-rotan',
    title: 'Keranjang hantaran rotan',
    description:
      'Keranjang hantaran bergagang tinggi, sering dipakai untuk parsel dan piknik. Dasarnya ' +
      'tebal dan rata. Dapat diberi pita sesuai acara.',
    category: 'weaving',
    madeOf: ['rotan pitrit'],
    unit: 'pcs',
    price: 125_000,
    grams: 800,
    variants: [{ name: '', stock: 23 }],
    makers: ['darsono', 'kartini'],
    picture: { form: 'hamper', motif: 'wicker', palette: 'secang' },
  },
  {
    slug: 'tempat-tidur-kucing-rotan',
    title: 'Tempat tidur kucing rotan',
    description:
      'Tempat tidur bundar dengan bantal yang dapat dicuci. Tepinya halus tanpa serat lepas. ' +
      'Muat untuk kucing atau anjing kecil.',
    category: 'home',
    madeOf: ['rotan pitrit', 'katun'],
    unit: 'pcs',
    price: 225_000,
    grams: 1_500,
    variants: [{ name: '', stock: 12 }],
    makers: ['casmadi', 'junaedi'],
    picture: { form: 'nestBed', motif: 'wicker', palette: 'ketapang' },
  },
  {
    slug: 'nampan-rotan-bundar',
    title: 'Nampan rotan bundar',
    description:
      'Nampan rotan 35 sentimeter dengan tepi tinggi. Ringan dan mudah dilap. Dipakai di hotel, ' +
      'rumah makan, dan rumah.',
    category: 'weaving',
    madeOf: ['rotan pitrit'],
    unit: 'pcs',
    price: 115_000,
    grams: 600,
    variants: [{ name: '', stock: 26 }],
    makers: ['kartini', 'sunenti'],
    picture: { form: 'tray', motif: 'wicker', palette: 'mahoni' },
  },
]
