// What Mutiara Sekarbela sells.

import type { ProductStory } from '#db/seed/network/story'

export const sekarbelaProducts: readonly ProductStory[] = [
  {
    slug: 'kalung-mutiara-laut-selatan',
    title: 'Kalung mutiara laut selatan',
    description:
      'Untaian mutiara laut selatan budidaya Lombok, ukuran 9–11 milimeter, kilap tinggi. ' +
      'Disusun dan diikat simpul satu per satu. Pengait emas muda, disertai surat keterangan.',
    category: 'jewellery',
    madeOf: ['mutiara laut selatan', 'emas 10 karat'],
    unit: 'pcs',
    price: 12_500_000,
    grams: 90,
    variants: [{ name: '', stock: 1 }],
    madeToOrderDays: 7,
    makers: ['zulkifli'],
    picture: { form: 'necklace', motif: 'kawung', palette: 'indigo' },
  },
  {
    slug: 'kalung-mutiara-air-tawar',
    title: 'Kalung mutiara air tawar',
    description:
      'Untaian mutiara air tawar putih gading 7–8 milimeter. Pengait perak dan panjang 45 ' +
      'sentimeter. Pilihan pertama yang ramah di kantong.',
    category: 'jewellery',
    madeOf: ['mutiara air tawar', 'perak 925'],
    unit: 'pcs',
    price: 325_000,
    grams: 70,
    variants: [{ name: '', stock: 14 }],
    makers: ['muhammad-saleh', 'ahyar-rosidi'],
    picture: { form: 'necklace', motif: 'latoh', palette: 'mengkudu' },
  },
  {
    slug: 'liontin-mutiara-tunggal',
    title: 'Liontin mutiara tunggal',
    description:
      'Satu mutiara laut selatan 10 milimeter pada rantai perak halus. Sederhana untuk dipakai ' +
      'setiap hari. Panjang rantai dapat diatur.',
    category: 'jewellery',
    madeOf: ['mutiara laut selatan', 'perak 925'],
    unit: 'pcs',
    price: 785_000,
    grams: 40,
    variants: [
      { name: 'Putih perak', stock: 5 },
      { name: 'Emas muda', stock: 3, price: 865_000 },
    ],
    makers: ['jamilah'],
    picture: { form: 'drop', motif: 'gunungRinggit', palette: 'nila' },
  },
  {
    slug: 'anting-mutiara-daun',
    title: 'Anting mutiara daun',
    description:
      'Anting gantung dengan bingkai daun dan dua mutiara. Ringan sehingga tidak menarik ' +
      'telinga. Perak lapis emas.',
    category: 'jewellery',
    madeOf: ['mutiara air tawar', 'perak 925'],
    unit: 'pair',
    price: 465_000,
    grams: 25,
    variants: [{ name: '', stock: 9 }],
    makers: ['ahyar-rosidi'],
    picture: { form: 'earrings', motif: 'bintang', palette: 'telawi' },
  },
  {
    slug: 'anting-mutiara-tetes',
    title: 'Anting mutiara tetes',
    description:
      'Anting tetes klasik dengan mutiara 8 milimeter. Kait aman untuk kulit peka. Dikemas ' +
      'dalam kotak kain.',
    category: 'jewellery',
    madeOf: ['mutiara air tawar', 'perak 925'],
    unit: 'pair',
    price: 285_000,
    grams: 20,
    variants: [{ name: '', stock: 17 }],
    makers: ['zulkifli', 'jamilah'],
    picture: { form: 'earrings', motif: 'latoh', palette: 'secang' },
  },
  {
    slug: 'giwang-mutiara-bunga',
    title: 'Giwang mutiara bunga',
    description:
      'Giwang kecil berbentuk bunga delapan kelopak. Mutiara kancing 6 milimeter di tengah. ' +
      'Manis untuk remaja dan dewasa.',
    category: 'jewellery',
    madeOf: ['mutiara air tawar', 'perak 925'],
    unit: 'pair',
    price: 195_000,
    grams: 15,
    variants: [{ name: '', stock: 22 }],
    makers: ['muhammad-saleh', 'ahyar-rosidi'],
    picture: { form: 'studs', motif: 'bintang', palette: 'nila' },
  },
  {
    slug: 'cincin-mutiara-lombok',
    title: 'Cincin mutiara laut',
    description:
      'Cincin dengan mutiara laut 9 milimeter dan empat daun kecil. Ukuran dapat disesuaikan ' +
      'setelah pemesanan. Perak 925 lapis emas.',
    category: 'jewellery',
    madeOf: ['mutiara laut selatan', 'perak 925'],
    unit: 'pcs',
    price: 595_000,
    grams: 20,
    variants: [
      { name: '12', stock: 4 },
      { name: '14', stock: 5 },
      { name: '16', stock: 3 },
    ],
    madeToOrderDays: 5,
    makers: ['jamilah'],
    picture: { form: 'ring', motif: 'gunungRinggit', palette: 'manggis' },
  },
  {
    slug: 'gelang-mutiara-tawar',
    title: 'Gelang mutiara',
    description:
      'Gelang elastis dari mutiara barok yang bentuknya tidak pernah sama. Dapat dipakai ' +
      'bertumpuk. Ada ukuran anak.',
    category: 'jewellery',
    madeOf: ['mutiara air tawar'],
    unit: 'pcs',
    price: 165_000,
    grams: 30,
    variants: [
      { name: 'Anak', stock: 8 },
      { name: 'Dewasa', stock: 19 },
    ],
    makers: ['ahyar-rosidi', 'muhammad-saleh'],
    picture: { form: 'bracelet', motif: 'latoh', palette: 'indigo' },
  },
  {
    slug: 'bros-kamboja-mutiara',
    title: 'Bros kamboja mutiara',
    description:
      'Bros bunga kamboja dari kulit kerang dengan mutiara di tengah. Peniti kuat untuk ' +
      'kerudung dan kebaya. Garis tengah lima sentimeter.',
    category: 'jewellery',
    madeOf: ['kulit kerang', 'mutiara air tawar', 'kuningan'],
    unit: 'pcs',
    price: 145_000,
    grams: 30,
    variants: [{ name: '', stock: 25 }],
    makers: ['zulkifli', 'jamilah'],
    picture: { form: 'brooch', motif: 'latoh', palette: 'telawi' },
  },
  {
    slug: 'mutiara-lepas-bersertifikat',
    title: 'Mutiara lepas laut selatan',
    description:
      'Butir mutiara lepas 9–10 milimeter untuk dirangkai sendiri. Dipilih satu per satu dari ' +
      'tambak di Sekotong. Difoto dan ditimbang sebelum dikirim.',
    category: 'jewellery',
    madeOf: ['mutiara laut selatan'],
    unit: 'pcs',
    price: 395_000,
    grams: 10,
    variants: [
      { name: 'AA', stock: 12 },
      { name: 'AAA', stock: 6, price: 545_000 },
    ],
    makers: ['muhammad-saleh', 'ahyar-rosidi'],
    picture: { form: 'shellful', motif: 'ombak', palette: 'soga' },
  },
  {
    slug: 'set-anting-liontin-mutiara',
    title: 'Set anting dan liontin mutiara',
    description:
      'Set serasi anting tetes dan liontin dalam satu kotak. Hadiah seserahan yang banyak ' +
      'dipilih. Dapat ditambah ukiran nama di kotak.',
    category: 'jewellery',
    madeOf: ['mutiara air tawar', 'perak 925'],
    unit: 'set',
    price: 695_000,
    grams: 80,
    variants: [{ name: '', stock: 6 }],
    makers: ['jamilah'],
    picture: { form: 'drop', motif: 'kawung', palette: 'manggis' },
  },
]
