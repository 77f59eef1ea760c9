// What Songket Saik Galamai sells.

import type { ProductStory } from '#db/seed/network/story'

export const pandaiSikekProducts: readonly ProductStory[] = [
  {
    slug: 'songket-saik-galamai',
    title: 'Songket saik galamai',
    description:
      'Kain songket dua lembar, sarung dan selendang, dengan motif saik galamai dari benang ' +
      'emas. Ditenun penuh di alat panta selama sekitar dua bulan. Nasihat di balik motifnya: ' +
      'berhati-hatilah seperti mengiris galamai.',
    category: 'textiles',
    madeOf: ['sutra', 'benang emas'],
    unit: 'set',
    price: 4_850_000,
    grams: 1_100,
    variants: [{ name: '', stock: 2 }],
    madeToOrderDays: 45,
    makers: ['yusmarni'],
    picture: { form: 'hung', motif: 'saikGalamai', palette: 'mengkudu' },
  },
  {
    slug: 'songket-bintang',
    title: 'Songket bintang',
    description:
      'Motif bintang bertabur pada dasar ungu manggis. Benang pakan emas disungkit satu per ' +
      'satu. Pantas untuk pesta adat dan akad nikah.',
    category: 'textiles',
    madeOf: ['sutra', 'benang emas'],
    unit: 'set',
    price: 4_250_000,
    grams: 1_100,
    variants: [
      { name: 'Ungu manggis', stock: 1 },
      { name: 'Merah', stock: 2 },
    ],
    madeToOrderDays: 45,
    makers: ['erniwati'],
    picture: { form: 'folded', motif: 'bintang', palette: 'manggis' },
  },
  {
    slug: 'selendang-pucuak-rabuang',
    title: 'Selendang songket pucuak rabuang',
    description:
      'Selendang dengan tepi pucuak rabuang, tunas bambu yang berguna sejak muda hingga tua. ' +
      'Lebar 50, panjang 190 sentimeter. Jumbainya dipilin tangan.',
    category: 'textiles',
    madeOf: ['katun mercerized', 'benang emas'],
    unit: 'pcs',
    price: 1_450_000,
    grams: 320,
    variants: [
      { name: 'Hitam', stock: 3 },
      { name: 'Merah', stock: 2 },
    ],
    madeToOrderDays: 20,
    makers: ['nurbaiti'],
    picture: { form: 'scarf', motif: 'pucukRebung', palette: 'lumpur' },
  },
  {
    slug: 'selendang-itiak-pulang',
    title: 'Selendang itiak pulang patang',
    description:
      'Garis itiak pulang patang mengingatkan pada barisan itik yang tertib pulang senja. ' +
      'Benang perak dan emas berselang. Ringan untuk dipakai harian.',
    category: 'textiles',
    madeOf: ['katun mercerized', 'benang emas'],
    unit: 'pcs',
    price: 985_000,
    grams: 300,
    variants: [{ name: '', stock: 5 }],
    makers: ['rosmaniar'],
    picture: { form: 'scarf', motif: 'itiakPulang', palette: 'telawi' },
  },
  {
    slug: 'kain-songket-lembaran',
    title: 'Kain songket lembaran bahan baju',
    description:
      'Bahan baju lebar 105 sentimeter dengan motif bintang kecil jarang. Dijual per meter, ' +
      'paling sedikit dua meter. Dapat dipesan dalam warna seragam.',
    category: 'textiles',
    madeOf: ['katun mercerized', 'benang emas'],
    unit: 'metre',
    price: 620_000,
    grams: 320,
    variants: [
      { name: 'Merah mengkudu', stock: 9 },
      { name: 'Nila', stock: 6 },
    ],
    makers: ['wirdanengsih'],
    picture: { form: 'roll', motif: 'bintang', palette: 'indigo' },
  },
  {
    slug: 'clutch-songket',
    title: 'Clutch songket',
    description:
      'Clutch berlapis songket dengan tutup lancip dan kancing magnet. Cukup untuk telepon dan ' +
      'dompet kecil. Ada tali pergelangan yang bisa dilepas.',
    category: 'bags',
    madeOf: ['songket', 'kulit sintetis'],
    unit: 'pcs',
    price: 385_000,
    grams: 260,
    variants: [
      { name: 'Merah', stock: 6 },
      { name: 'Hijau', stock: 4 },
    ],
    makers: ['yusmarni', 'nurbaiti'],
    picture: { form: 'clutch', motif: 'bintang', palette: 'mengkudu' },
  },
  {
    slug: 'dompet-koin-songket',
    title: 'Dompet kecil songket',
    description:
      'Dompet ritsleting dari sisa tenun dengan benang emas. Setiap potongan berbeda. Suvenir ' +
      'yang ringan untuk tamu dari jauh.',
    category: 'bags',
    madeOf: ['songket', 'furing'],
    unit: 'pcs',
    price: 85_000,
    grams: 60,
    variants: [{ name: '', stock: 26 }],
    makers: ['erniwati', 'rosmaniar'],
    picture: { form: 'pouch', motif: 'pucukRebung', palette: 'secang' },
  },
  {
    slug: 'kotak-perhiasan-songket',
    title: 'Kotak perhiasan songket',
    description:
      'Kotak kayu berlapis songket di bagian luar dan beludru di dalam. Tiga ukuran yang ' +
      'bersusun. Untuk mahar dan hantaran.',
    category: 'home',
    madeOf: ['kayu', 'songket', 'beludru'],
    unit: 'set',
    price: 465_000,
    grams: 1_200,
    variants: [{ name: '', stock: 4 }],
    madeToOrderDays: 10,
    makers: ['nurbaiti'],
    picture: { form: 'nest', motif: 'saikGalamai', palette: 'manggis' },
  },
  {
    slug: 'hiasan-songket-bingkai',
    title: 'Songket berbingkai',
    description:
      'Potongan songket lama yang dirawat dan dibingkai kayu surian. Ukuran 30 × 40 sentimeter. ' +
      'Bagian belakang memuat nama motif dan penenun.',
    category: 'home',
    madeOf: ['songket', 'kayu surian'],
    unit: 'pcs',
    price: 340_000,
    grams: 1_300,
    variants: [{ name: '', stock: 5 }],
    makers: ['rosmaniar', 'yusmarni'],
    picture: { form: 'framed', motif: 'itiakPulang', palette: 'mahoni' },
  },
  {
    slug: 'bantal-songket',
    title: 'Sarung bantal songket',
    description:
      'Sarung bantal dengan bidang songket di tengah dan katun di pinggir. Ukuran 40 × 40 ' +
      'sentimeter. Dicuci kering saja supaya benang emas awet.',
    category: 'home',
    madeOf: ['songket', 'katun'],
    unit: 'pcs',
    price: 265_000,
    grams: 220,
    variants: [
      { name: 'Ungu', stock: 4 },
      { name: 'Biru', stock: 5 },
    ],
    makers: ['wirdanengsih', 'erniwati'],
    picture: { form: 'cushion', motif: 'pucukRebung', palette: 'indigo' },
  },
  {
    slug: 'taplak-songket',
    title: 'Taplak panjang songket',
    description:
      'Taplak meja 30 × 150 sentimeter bermotif saik galamai dengan tepi pucuak rabuang. Untuk ' +
      'meja tamu pada hari baik. Dikemas tabung karton.',
    category: 'home',
    madeOf: ['katun mercerized', 'benang emas'],
    unit: 'pcs',
    price: 575_000,
    grams: 260,
    variants: [{ name: '', stock: 3 }],
    makers: ['yusmarni'],
    picture: { form: 'runner', motif: 'saikGalamai', palette: 'telawi' },
  },
]
