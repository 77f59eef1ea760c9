// What Mama Noken Sentani sells.

import type { ProductStory } from '#db/seed/network/story'

export const hinekombeProducts: readonly ProductStory[] = [
  {
    slug: 'noken-anggrek',
    title: 'Noken serat anggrek',
    description:
      'Noken dari serat kulit kayu dan lilitan kulit anggrek kuning. Dirajut tangan tanpa jarum ' +
      'oleh mama-mama dari Paniai yang tinggal di Sentani. Noken diakui UNESCO sebagai warisan ' +
      'budaya sejak 2012.',
    category: 'bags',
    madeOf: ['serat kulit kayu', 'kulit anggrek'],
    unit: 'pcs',
    price: 450_000,
    grams: 320,
    variants: [
      { name: 'Sedang', stock: 5 },
      { name: 'Besar', stock: 3, price: 575_000, grams: 460 },
    ],
    madeToOrderDays: 14,
    makers: ['yosina-pigai'],
    picture: { form: 'noken', motif: 'net', palette: 'tegeran' },
  },
  {
    slug: 'noken-genemo',
    title: 'Noken kulit genemo',
    description:
      'Noken dari kulit pohon genemo yang dipilin di atas paha lalu dirajut simpul. Melar ' +
      'mengikuti isi: sayur, buku, bahkan bayi. Warna alami kayu.',
    category: 'bags',
    madeOf: ['kulit genemo'],
    unit: 'pcs',
    price: 350_000,
    grams: 380,
    variants: [{ name: '', stock: 6 }],
    madeToOrderDays: 14,
    makers: ['agustina-gobai', 'ester-kogoya'],
    picture: { form: 'nokenFull', motif: 'net', palette: 'soga' },
  },
  {
    slug: 'noken-merah-mengkudu',
    title: 'Noken rajut merah',
    description:
      'Noken sedang dengan baris merah dari akar mengkudu dan kunyit. Tali lebar sehingga tidak ' +
      'melukai kepala atau bahu. Setiap noken membawa nama perajutnya.',
    category: 'bags',
    madeOf: ['serat kulit kayu', 'pewarna alam'],
    unit: 'pcs',
    price: 285_000,
    grams: 280,
    variants: [{ name: '', stock: 9 }],
    makers: ['naomi-wenda', 'martha-suebu'],
    picture: { form: 'noken', motif: 'net', palette: 'mengkudu' },
  },
  {
    slug: 'noken-hijau-sentani',
    title: 'Noken rajut hijau',
    description:
      'Noken untuk sehari-hari dengan warna daun dan tanah. Ukuran pas untuk buku dan botol ' +
      'minum. Dipakai pelajar di Sentani.',
    category: 'bags',
    madeOf: ['serat kulit kayu', 'benang katun'],
    unit: 'pcs',
    price: 245_000,
    grams: 260,
    variants: [{ name: '', stock: 8 }],
    makers: ['ester-kogoya', 'yosina-pigai'],
    picture: { form: 'nokenFull', motif: 'net', palette: 'ketapang' },
  },
  {
    slug: 'noken-benang-warna',
    title: 'Noken benang warna',
    description:
      'Noken dari benang wol warna-warni, cara baru yang lahir di pasar Sentani. Ringan dan ' +
      'tahan cuci. Pola dipilih oleh perajutnya sendiri.',
    category: 'bags',
    madeOf: ['benang wol'],
    unit: 'pcs',
    price: 165_000,
    grams: 220,
    variants: [
      { name: 'Ungu', stock: 9 },
      { name: 'Biru', stock: 12 },
      { name: 'Merah', stock: 11 },
    ],
    makers: ['martha-suebu', 'agustina-gobai'],
    picture: { form: 'noken', motif: 'net', palette: 'manggis' },
  },
  {
    slug: 'noken-kecil-telepon',
    title: 'Noken kecil telepon',
    description:
      'Noken kecil untuk telepon dan kunci, digantung di leher. Hadiah wisuda dan sambutan ' +
      'tamu. Dirajut dalam satu hari.',
    category: 'bags',
    madeOf: ['benang katun'],
    unit: 'pcs',
    price: 75_000,
    grams: 70,
    variants: [
      { name: 'Nila', stock: 21 },
      { name: 'Kuning', stock: 17 },
    ],
    makers: ['yosina-pigai', 'naomi-wenda'],
    picture: { form: 'nokenPair', motif: 'net', palette: 'nila' },
  },
  {
    slug: 'noken-putih-upacara',
    title: 'Noken upacara',
    description:
      'Noken halus dengan serat pucat, dipakai pada penyambutan dan pesta adat. Rajutannya ' +
      'rapat dan rata. Jumlahnya terbatas karena hanya dikerjakan tiga mama.',
    category: 'bags',
    madeOf: ['serat kulit kayu', 'kulit anggrek'],
    unit: 'pcs',
    price: 650_000,
    grams: 300,
    variants: [{ name: '', stock: 2 }],
    madeToOrderDays: 30,
    makers: ['agustina-gobai'],
    picture: { form: 'noken', motif: 'net', palette: 'merang' },
  },
  {
    slug: 'keranjang-rotan-papua',
    title: 'Keranjang anyam hutan',
    description:
      'Keranjang dari rotan hutan yang dibelah dan dianyam rapat. Untuk sagu, buah, atau ' +
      'hiasan. Bibirnya dililit kulit kayu.',
    category: 'weaving',
    madeOf: ['rotan hutan', 'kulit kayu'],
    unit: 'pcs',
    price: 215_000,
    grams: 900,
    variants: [{ name: '', stock: 7 }],
    makers: ['naomi-wenda', 'martha-suebu'],
    picture: { form: 'basket', motif: 'plait', palette: 'lumpur' },
  },
  {
    slug: 'alas-anyam-pandan-hutan',
    title: 'Tikar pandan hutan',
    description:
      'Tikar lipat dari pandan hutan yang direbus dan dijemur. Wangi dan dingin. Ukuran 120 × ' +
      '180 sentimeter.',
    category: 'weaving',
    madeOf: ['pandan hutan'],
    unit: 'pcs',
    price: 195_000,
    grams: 1_400,
    variants: [{ name: '', stock: 6 }],
    makers: ['ester-kogoya', 'yosina-pigai'],
    picture: { form: 'mat', motif: 'plait', palette: 'telawi' },
  },
  {
    slug: 'sagu-kering-sentani',
    title: 'Sagu lempeng Sentani',
    description:
      'Sagu lempeng bakar dari dusun sagu di tepi Danau Sentani. Tahan lama, dimakan dengan teh ' +
      'atau kopi. Isi dua puluh keping.',
    category: 'food',
    madeOf: ['sagu'],
    unit: 'pcs',
    price: 45_000,
    grams: 520,
    variants: [{ name: '', stock: 24 }],
    makers: ['martha-suebu', 'agustina-gobai'],
    picture: { form: 'carton', motif: 'twill', palette: 'telawi' },
  },
  {
    slug: 'kopi-arabika-wamena',
    title: 'Kopi arabika Wamena',
    description:
      'Kopi arabika dari Lembah Baliem yang dijualkan bersama koperasi petani di Wamena. ' +
      'Bersih, ringan, dengan aroma bunga. Kemasan 200 gram.',
    category: 'coffee',
    madeOf: ['kopi arabika Wamena'],
    unit: 'pcs',
    price: 98_000,
    grams: 220,
    variants: [
      { name: 'Biji utuh', stock: 15 },
      { name: 'Halus', stock: 9 },
    ],
    makers: ['yosina-pigai', 'naomi-wenda'],
    picture: { form: 'coffeeBag', motif: 'net', palette: 'mengkudu' },
  },
]
