// What Batik Abang Getih Lasem sells.

import type { ProductStory } from '#db/seed/network/story'

export const lasemProducts: readonly ProductStory[] = [
  {
    slug: 'kain-tiga-negeri-latohan',
    title: 'Kain batik tulis tiga negeri latohan',
    description:
      'Kain panjang 2,5 meter dengan merah abang getih pitik, biru, dan sogan. Isen latohan ' +
      'meniru rumput laut yang dimakan orang pesisir Rembang. Satu kain melewati tangan empat ' +
      'pembatik selama dua bulan.',
    category: 'batik',
    madeOf: ['katun primisima', 'malam'],
    unit: 'pcs',
    price: 1_850_000,
    grams: 480,
    variants: [{ name: '', stock: 3 }],
    madeToOrderDays: 21,
    makers: ['sri-winarti'],
    picture: { form: 'hung', motif: 'latoh', palette: 'mengkudu' },
  },
  {
    slug: 'kain-gunung-ringgit',
    title: 'Kain batik tulis gunung ringgit',
    description:
      'Motif gunung ringgit, tumpukan keping uang, dipakai sebagai doa kecukupan. Dicanting dua ' +
      'sisi sehingga bagian dalam sama bagusnya. Panjang 2,4 meter, lebar 105 sentimeter.',
    category: 'batik',
    madeOf: ['katun primisima', 'malam'],
    unit: 'pcs',
    price: 1_250_000,
    grams: 460,
    variants: [{ name: '', stock: 5 }],
    makers: ['suparmi'],
    picture: { form: 'folded', motif: 'gunungRinggit', palette: 'indigo' },
  },
  {
    slug: 'kain-watu-pecah',
    title: 'Kain batik tulis kricak watu pecah',
    description:
      'Motif watu pecah lahir dari ingatan tentang batu yang dipecah untuk jalan raya pos. ' +
      'Retaknya dicanting satu per satu, tidak dicap. Warna sogan Lasem yang hangat.',
    category: 'batik',
    madeOf: ['katun primisima', 'malam'],
    unit: 'pcs',
    price: 975_000,
    grams: 460,
    variants: [{ name: '', stock: 4 }],
    makers: ['maryati'],
    picture: { form: 'hung', motif: 'watuPecah', palette: 'soga' },
  },
  {
    slug: 'selendang-sekar-jagad',
    title: 'Selendang sutra sekar jagad',
    description:
      'Selendang sutra 2 meter dengan motif peta bunga dalam lima isen berbeda. Ringan dan ' +
      'jatuh lembut di bahu. Dicelup tiga kali agar merahnya matang.',
    category: 'batik',
    madeOf: ['sutra', 'malam'],
    unit: 'pcs',
    price: 685_000,
    grams: 140,
    variants: [
      { name: 'Merah getih', stock: 4 },
      { name: 'Biru kulit kayu', stock: 3 },
    ],
    makers: ['ngatinah'],
    picture: { form: 'scarf', motif: 'sekarJagad', palette: 'mengkudu' },
  },
  {
    slug: 'kemeja-parang-pesisir',
    title: 'Kemeja batik tulis parang pesisir',
    description:
      'Kemeja lengan pendek dengan parang yang luwes seperti ombak pesisir. Dijahit dengan ' +
      'motif bertemu di bagian depan. Katun primisima yang tidak panas.',
    category: 'clothing',
    madeOf: ['katun primisima', 'kancing tempurung'],
    unit: 'pcs',
    price: 495_000,
    grams: 280,
    variants: [
      { name: 'S', stock: 3 },
      { name: 'M', stock: 6 },
      { name: 'L', stock: 7 },
      { name: 'XL', stock: 2 },
    ],
    makers: ['kasmirah'],
    picture: { form: 'shirt', motif: 'parang', palette: 'indigo' },
  },
  {
    slug: 'kemeja-kawung-lasem',
    title: 'Kemeja batik kawung merah Lasem',
    description:
      'Kawung besar dengan merah Lasem di atas gading. Potongan longgar, ada satu saku dada. ' +
      'Setiap potong memiliki nama pembatiknya di label.',
    category: 'clothing',
    madeOf: ['katun primisima', 'kancing tempurung'],
    unit: 'pcs',
    price: 465_000,
    grams: 280,
    variants: [
      { name: 'M', stock: 5 },
      { name: 'L', stock: 5 },
      { name: 'XL', stock: 4 },
    ],
    makers: ['sri-winarti'],
    picture: { form: 'shirt', motif: 'kawung', palette: 'secang' },
  },
  {
    slug: 'sarung-buketan',
    title: 'Sarung batik buketan',
    description:
      'Sarung halus dengan rangkaian bunga buketan dan tumpal di bagian kepala. Gaya pesisir ' +
      'yang banyak dipakai perempuan Lasem. Lebar 110, panjang 200 sentimeter.',
    category: 'batik',
    madeOf: ['katun primisima', 'malam'],
    unit: 'pcs',
    price: 780_000,
    grams: 420,
    variants: [{ name: '', stock: 6 }],
    makers: ['suparmi'],
    picture: { form: 'roll', motif: 'buketan', palette: 'telawi' },
  },
  {
    slug: 'outer-latohan',
    title: 'Outer batik latohan',
    description:
      'Outer longgar tanpa kancing dari batik tulis latohan dengan tepi gunung ringgit. Satu ' +
      'ukuran untuk S sampai XL. Nyaman dipakai di atas kaus maupun gaun.',
    category: 'clothing',
    madeOf: ['katun primisima'],
    unit: 'pcs',
    price: 545_000,
    grams: 320,
    variants: [
      { name: 'Nila', stock: 5 },
      { name: 'Mengkudu', stock: 4 },
    ],
    makers: ['maryati'],
    picture: { form: 'outer', motif: 'latoh', palette: 'nila' },
  },
  {
    slug: 'sarung-bantal-ceplok',
    title: 'Sarung bantal batik ceplok',
    description:
      'Sarung bantal 45 × 45 sentimeter dengan ceplok bunga delapan kelopak. Ritsleting ' +
      'tersembunyi, isi bantal tidak termasuk. Warna alam yang tidak luntur setelah tiga kali ' +
      'cuci.',
    category: 'home',
    madeOf: ['katun primisima'],
    unit: 'pcs',
    price: 135_000,
    grams: 160,
    variants: [
      { name: 'Kuning tegeran', stock: 9 },
      { name: 'Ungu manggis', stock: 8 },
      { name: 'Hijau', stock: 6 },
    ],
    makers: ['ngatinah', 'sri-winarti'],
    picture: { form: 'cushion', motif: 'ceplok', palette: 'tegeran' },
  },
  {
    slug: 'taplak-runner-buketan',
    title: 'Taplak panjang batik buketan',
    description:
      'Taplak meja panjang 40 × 180 sentimeter, ujungnya lancip dengan jumbai benang. Bunga dan ' +
      'daunnya dicanting bebas sehingga tidak ada dua yang sama. Cuci dengan lerak atau sabun ' +
      'lembut.',
    category: 'home',
    madeOf: ['katun primisima'],
    unit: 'pcs',
    price: 225_000,
    grams: 200,
    variants: [{ name: '', stock: 10 }],
    makers: ['kasmirah', 'suparmi'],
    picture: { form: 'runner', motif: 'buketan', palette: 'mengkudu' },
  },
  {
    slug: 'pouch-batik-kricak',
    title: 'Dompet ritsleting batik kricak',
    description:
      'Dompet kecil dari sisa kain batik tulis yang sayang dibuang. Cukup untuk telepon, kunci, ' +
      'dan kartu. Pas dijadikan suvenir rapat atau pernikahan.',
    category: 'bags',
    madeOf: ['kain batik tulis', 'furing'],
    unit: 'pcs',
    price: 48_000,
    grams: 70,
    variants: [
      { name: 'Biru', stock: 28 },
      { name: 'Merah', stock: 31 },
      { name: 'Sogan', stock: 19 },
    ],
    makers: ['sri-winarti', 'maryati'],
    picture: { form: 'pouch', motif: 'watuPecah', palette: 'nila' },
  },
  {
    slug: 'tas-tote-batik-jagad',
    title: 'Tas tote batik sekar jagad',
    description:
      'Tote kanvas dengan panel batik tulis sekar jagad di satu sisi. Ada ritsleting dan saku ' +
      'dalam. Tali cukup panjang untuk disampirkan di bahu.',
    category: 'bags',
    madeOf: ['kanvas', 'kain batik tulis'],
    unit: 'pcs',
    price: 189_000,
    grams: 320,
    variants: [{ name: '', stock: 11 }],
    makers: ['suparmi', 'ngatinah'],
    picture: { form: 'tote', motif: 'sekarJagad', palette: 'manggis' },
  },
]
