// What Koperasi Kopi Danau Laut Tawar sells.

import type { ProductStory } from '#db/seed/network/story'

export const gayoProducts: readonly ProductStory[] = [
  {
    slug: 'kopi-arabika-gayo-giling-basah',
    title: 'Kopi arabika Gayo giling basah',
    description:
      'Arabika dari kebun 1.300–1.500 meter di tepi Danau Laut Tawar, diolah giling basah. Rasa ' +
      'tebal dengan jejak cokelat dan rempah. Disangrai setiap Selasa, tanggal sangrai tertulis ' +
      'di kemasan.',
    category: 'coffee',
    madeOf: ['kopi arabika Gayo'],
    unit: 'pcs',
    price: 92_000,
    grams: 270,
    variants: [
      { name: 'Biji utuh', stock: 40 },
      { name: 'Halus', stock: 26 },
      { name: 'Kasar', stock: 22 },
    ],
    makers: ['sumaini', 'aman-rizal'],
    picture: { form: 'coffeeBag', motif: 'twill', palette: 'ketapang' },
  },
  {
    slug: 'kopi-gayo-natural',
    title: 'Kopi arabika Gayo natural',
    description:
      'Buah merah dijemur utuh di para-para selama tiga minggu. Manis, beraroma nangka dan ' +
      'anggur. Jumlahnya sedikit karena sangat bergantung pada matahari.',
    category: 'coffee',
    madeOf: ['kopi arabika Gayo'],
    unit: 'pcs',
    price: 115_000,
    grams: 270,
    variants: [
      { name: 'Biji utuh', stock: 18 },
      { name: 'Halus', stock: 9 },
    ],
    makers: ['salamah', 'inen-mayak'],
    picture: { form: 'coffeeBag', motif: 'kawung', palette: 'mengkudu' },
  },
  {
    slug: 'kopi-gayo-madu',
    title: 'Kopi arabika Gayo proses madu',
    description:
      'Lendir buah dibiarkan menempel saat dijemur sehingga manisnya menyerupai madu. Keasaman ' +
      'lembut, cocok diseduh manual. Dipanen petani perempuan anggota koperasi.',
    category: 'coffee',
    madeOf: ['kopi arabika Gayo'],
    unit: 'pcs',
    price: 108_000,
    grams: 270,
    variants: [
      { name: 'Biji utuh', stock: 21 },
      { name: 'Kasar', stock: 12 },
    ],
    makers: ['aman-rizal', 'zuraidah'],
    picture: { form: 'coffeeBag', motif: 'ikatDiamonds', palette: 'tegeran' },
  },
  {
    slug: 'kopi-peaberry-gayo',
    title: 'Kopi lanang Gayo',
    description:
      'Biji tunggal yang dipilih tangan dari panen raya. Rasanya padat dengan akhir yang ' +
      'bersih. Kemasan 200 gram dengan katup udara.',
    category: 'coffee',
    madeOf: ['kopi arabika Gayo'],
    unit: 'pcs',
    price: 125_000,
    grams: 230,
    variants: [{ name: '', stock: 16 }],
    makers: ['inen-mayak', 'sumaini'],
    picture: { form: 'tin', motif: 'watuPecah', palette: 'lumpur' },
  },
  {
    slug: 'paket-coba-kopi-gayo',
    title: 'Paket coba tiga proses',
    description:
      'Dua kantong berisi giling basah dan natural ditambah kartu cerita kebun. Cara terbaik ' +
      'membedakan pengaruh pengolahan. Cocok untuk hadiah.',
    category: 'coffee',
    madeOf: ['kopi arabika Gayo'],
    unit: 'set',
    price: 165_000,
    grams: 480,
    variants: [{ name: '', stock: 14 }],
    makers: ['zuraidah', 'salamah'],
    picture: { form: 'bagPair', motif: 'kawung', palette: 'telawi' },
  },
  {
    slug: 'kopi-hijau-gayo',
    title: 'Biji kopi hijau Gayo',
    description:
      'Biji hijau mutu satu untuk disangrai sendiri, kadar air 12 persen. Cacat kurang dari ' +
      'lima per tiga ratus gram. Tersedia surat asal barang dari koperasi.',
    category: 'coffee',
    madeOf: ['kopi arabika Gayo'],
    unit: 'kg',
    price: 118_000,
    grams: 1_050,
    variants: [{ name: '', stock: 65 }],
    makers: ['sumaini', 'aman-rizal'],
    picture: { form: 'sack', motif: 'undyed', palette: 'ketapang' },
  },
  {
    slug: 'kopi-drip-gayo',
    title: 'Kopi drip Gayo isi sepuluh',
    description:
      'Sepuluh kantong seduh sekali pakai, masing-masing sepuluh gram. Cukup sobek, gantung di ' +
      'cangkir, dan tuang air panas. Teman perjalanan dan rapat.',
    category: 'coffee',
    madeOf: ['kopi arabika Gayo'],
    unit: 'set',
    price: 78_000,
    grams: 180,
    variants: [{ name: '', stock: 37 }],
    makers: ['salamah', 'inen-mayak'],
    picture: { form: 'carton', motif: 'latoh', palette: 'nila' },
  },
  {
    slug: 'cascara-gayo',
    title: 'Teh kulit kopi cascara',
    description:
      'Kulit buah kopi kering yang diseduh seperti teh, rasanya seperti kismis dan jeruk. ' +
      'Dahulu dibuang, sekarang menambah penghasilan petani. Kemasan toples 100 gram.',
    category: 'food',
    madeOf: ['kulit kopi arabika'],
    unit: 'pcs',
    price: 55_000,
    grams: 320,
    variants: [{ name: '', stock: 19 }],
    makers: ['aman-rizal', 'zuraidah'],
    picture: { form: 'glassJar', motif: 'twill', palette: 'mengkudu' },
  },
  {
    slug: 'madu-hutan-gayo',
    title: 'Madu hutan Gayo',
    description:
      'Madu lebah liar dari hutan pinus dan kopi, diambil dengan sarang disisakan. Warna gelap ' +
      'dengan sedikit pahit yang khas. Botol kaca 350 mililiter.',
    category: 'food',
    madeOf: ['madu hutan'],
    unit: 'pcs',
    price: 98_000,
    grams: 620,
    variants: [{ name: '', stock: 12 }],
    makers: ['inen-mayak', 'sumaini'],
    picture: { form: 'bottle', motif: 'kawung', palette: 'tegeran' },
  },
  {
    slug: 'gula-aren-gayo',
    title: 'Gula aren Gayo blok',
    description:
      'Gula aren dari nira yang dimasak pagi hari di tungku kayu. Dibungkus daun pisang kering. ' +
      'Untuk kopi tubruk dan kuah kolak.',
    category: 'food',
    madeOf: ['nira aren'],
    unit: 'kg',
    price: 42_000,
    grams: 1_050,
    variants: [{ name: '', stock: 28 }],
    makers: ['zuraidah', 'salamah'],
    picture: { form: 'sugarBlocks', motif: 'undyed', palette: 'soga' },
  },
  {
    slug: 'cangkir-kopi-kerawang',
    title: 'Set cangkir kopi kerawang',
    description:
      'Tiga cangkir keramik dengan hiasan terinspirasi kerawang Gayo. Isi 120 mililiter, pas ' +
      'untuk kopi tubruk. Dikerjakan perajin rekanan koperasi.',
    category: 'home',
    madeOf: ['keramik'],
    unit: 'set',
    price: 145_000,
    grams: 900,
    variants: [{ name: '', stock: 6 }],
    makers: ['sumaini', 'aman-rizal'],
    picture: { form: 'cups', motif: 'gunungRinggit', palette: 'lumpur' },
  },
]
