// What KWT Nira Menoreh sells.

import type { ProductStory } from '#db/seed/network/story'

export const kokapProducts: readonly ProductStory[] = [
  {
    slug: 'gula-semut-original',
    title: 'Gula semut kelapa asli',
    description:
      'Gula kelapa yang dikristalkan tangan dari nira perbukitan Menoreh, disadap dua kali ' +
      'sehari. Manis lembut dengan aroma karamel. Kebun dikelola tanpa pupuk kimia.',
    category: 'food',
    madeOf: ['nira kelapa'],
    unit: 'pcs',
    price: 32_000,
    grams: 520,
    variants: [
      { name: '250 g', stock: 60, price: 18_000, grams: 260 },
      { name: '500 g', stock: 85 },
      { name: '1 kg', stock: 38, price: 60_000, grams: 1_020 },
    ],
    makers: ['suminah', 'sarinem'],
    picture: { form: 'glassJar', motif: 'undyed', palette: 'soga' },
  },
  {
    slug: 'gula-semut-jahe',
    title: 'Gula semut jahe',
    description:
      'Gula semut dimasak bersama jahe emprit segar. Tinggal seduh satu sendok dengan air ' +
      'panas. Hangat untuk malam dingin.',
    category: 'food',
    madeOf: ['nira kelapa', 'jahe emprit'],
    unit: 'pcs',
    price: 38_000,
    grams: 320,
    variants: [{ name: '', stock: 48 }],
    makers: ['tumirah', 'ngatijem'],
    picture: { form: 'glassJar', motif: 'twill', palette: 'tegeran' },
  },
  {
    slug: 'gula-semut-kunyit-asam',
    title: 'Gula semut kunyit asam',
    description:
      'Campuran gula semut, kunyit, dan asam jawa untuk minuman segar. Tanpa pengawet. Satu ' +
      'stoples cukup untuk dua puluh gelas.',
    category: 'food',
    madeOf: ['nira kelapa', 'kunyit', 'asam jawa'],
    unit: 'pcs',
    price: 38_000,
    grams: 320,
    variants: [{ name: '', stock: 35 }],
    makers: ['sarinem', 'partini'],
    picture: { form: 'glassJar', motif: 'kawung', palette: 'mengkudu' },
  },
  {
    slug: 'gula-kelapa-cetak',
    title: 'Gula kelapa cetak tempurung',
    description:
      'Gula kelapa yang dicetak dalam tempurung seperti kebiasaan lama di Kokap. Warna cokelat ' +
      'terang karena nira disaring tiga kali. Untuk sambal, rawon, dan kolak.',
    category: 'food',
    madeOf: ['nira kelapa'],
    unit: 'kg',
    price: 29_000,
    grams: 1_030,
    variants: [{ name: '', stock: 74 }],
    makers: ['ngatijem', 'suminah'],
    picture: { form: 'sugarBlocks', motif: 'undyed', palette: 'tegeran' },
  },
  {
    slug: 'sirup-nira-kelapa',
    title: 'Sirup nira kelapa',
    description:
      'Nira dikentalkan pelan sampai seperti madu cair. Pengganti gula untuk kopi, roti, dan ' +
      'salad. Botol kaca 300 mililiter.',
    category: 'food',
    madeOf: ['nira kelapa'],
    unit: 'pcs',
    price: 58_000,
    grams: 560,
    variants: [{ name: '', stock: 22 }],
    makers: ['partini', 'tumirah'],
    picture: { form: 'bottle', motif: 'latoh', palette: 'ketapang' },
  },
  {
    slug: 'wedang-uwuh-menoreh',
    title: 'Wedang uwuh Menoreh isi sepuluh',
    description:
      'Sepuluh bungkus rempah kering dan gula batu: secang, jahe, daun cengkih, pala. Airnya ' +
      'merah dan harum. Seduh lima menit dengan air mendidih.',
    category: 'food',
    madeOf: ['secang', 'jahe', 'cengkih', 'gula batu'],
    unit: 'set',
    price: 48_000,
    grams: 420,
    variants: [{ name: '', stock: 31 }],
    makers: ['suminah', 'sarinem'],
    picture: { form: 'carton', motif: 'buketan', palette: 'mengkudu' },
  },
  {
    slug: 'jahe-bubuk-menoreh',
    title: 'Jahe bubuk Menoreh',
    description:
      'Jahe emprit kering yang digiling halus. Pedasnya terasa meski hanya setengah sendok. ' +
      'Kemasan kantong berdiri 150 gram.',
    category: 'food',
    madeOf: ['jahe emprit'],
    unit: 'pcs',
    price: 34_000,
    grams: 170,
    variants: [{ name: '', stock: 40 }],
    makers: ['tumirah', 'ngatijem'],
    picture: { form: 'powder', motif: 'kawung', palette: 'tegeran' },
  },
  {
    slug: 'kunyit-bubuk-menoreh',
    title: 'Kunyit bubuk Menoreh',
    description:
      'Kunyit tua dikeringkan di rumah pengering surya lalu digiling. Untuk jamu dan masakan. ' +
      'Warna kuning menyala.',
    category: 'food',
    madeOf: ['kunyit'],
    unit: 'pcs',
    price: 29_000,
    grams: 170,
    variants: [{ name: '', stock: 44 }],
    makers: ['sarinem', 'partini'],
    picture: { form: 'powder', motif: 'gunungRinggit', palette: 'tegeran' },
  },
  {
    slug: 'cokelat-bubuk-kulon-progo',
    title: 'Cokelat bubuk Kulon Progo',
    description:
      'Kakao dari Kalibawang yang difermentasi lima hari, digiling tanpa gula. Pahitnya bulat. ' +
      'Enak dicampur gula semut.',
    category: 'food',
    madeOf: ['kakao'],
    unit: 'pcs',
    price: 52_000,
    grams: 220,
    variants: [{ name: '', stock: 20 }],
    makers: ['ngatijem', 'suminah'],
    picture: { form: 'tin', motif: 'kawung', palette: 'mahoni' },
  },
  {
    slug: 'keripik-pisang-gula-semut',
    title: 'Keripik pisang gula semut',
    description:
      'Pisang kepok diiris tipis, digoreng minyak kelapa, dan ditaburi gula semut. Renyah ' +
      'sampai dua bulan. Dikerjakan bergilir setiap Senin dan Kamis.',
    category: 'food',
    madeOf: ['pisang kepok', 'gula semut'],
    unit: 'pcs',
    price: 22_000,
    grams: 210,
    variants: [
      { name: '200 g', stock: 66 },
      { name: '500 g', stock: 21, price: 48_000, grams: 530 },
    ],
    makers: ['partini', 'tumirah'],
    picture: { form: 'snackBag', motif: 'plait', palette: 'tegeran' },
  },
  {
    slug: 'bingkisan-menoreh',
    title: 'Bingkisan Menoreh',
    description:
      'Keranjang bingkisan berisi gula semut, jahe, wedang uwuh, dan sirup nira. Disusun dalam ' +
      'keranjang bambu yang dapat dipakai lagi. Kartu ucapan ditulis tangan.',
    category: 'food',
    madeOf: ['gula semut', 'rempah', 'bambu'],
    unit: 'set',
    price: 225_000,
    grams: 2_600,
    variants: [{ name: '', stock: 15 }],
    makers: ['suminah', 'sarinem'],
    picture: { form: 'hamper', motif: 'plait', palette: 'ketapang' },
  },
]
