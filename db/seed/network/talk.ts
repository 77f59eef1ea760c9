// What the fictitious buyers of the demo network say of what they received and ask about goods, and
// what the sellers answer. The words of a review fit whatever was bought.

export type ReviewStory = {
  readonly stars: 1 | 2 | 3 | 4 | 5
  readonly text: string
  /** Left out where the seller has not replied. */
  readonly reply?: string
}

export const reviews: readonly ReviewStory[] = [
  {
    stars: 5,
    text: 'Rapi, sama seperti di foto. Kemasannya juga aman.',
    reply: 'Terima kasih. Senang sekali barangnya sampai dengan baik.',
  },
  {
    stars: 4,
    text: 'Barangnya bagus. Sampainya sehari lebih lama dari perkiraan.',
    reply: 'Terima kasih. Lain kali kami serahkan ke kurir sebelum siang.',
  },
  { stars: 5, text: 'Dibeli untuk oleh-oleh, yang menerima senang sekali.' },
  {
    stars: 3,
    text: 'Kardusnya sedikit penyok waktu sampai, isinya tetap baik.',
    reply: 'Maaf soal kardusnya. Mulai minggu ini kami menambah satu lapis lagi.',
  },
  { stars: 5, text: '' },
  {
    stars: 5,
    text: 'Pesan lagi untuk kedua kalinya, mutunya tetap sama.',
    reply: 'Terima kasih sudah kembali. Salam dari seluruh anggota.',
  },
  { stars: 4, text: 'Sesuai keterangan, penjualnya cepat menjawab.' },
]

export type QuestionStory = {
  /** The slugs of the seller's and of the product's story. */
  readonly enterprise: string
  readonly product: string
  /** The key of a buyer with an account. */
  readonly asker: string
  readonly daysAgo: number
  readonly text: string
  /** Left out where it waits. */
  readonly answer?: string
}

const BAG = { enterprise: 'sinar-mendong-rajapolah', product: 'tas-jinjing-pandan-catur' }
const COFFEE = { enterprise: 'kopi-danau-laut-tawar', product: 'kopi-arabika-gayo-giling-basah' }

export const questions: readonly QuestionStory[] = [
  {
    ...BAG,
    asker: 'anindya-prameswari',
    daysAgo: 34,
    text: 'Kalau kena hujan, bagaimana mengeringkannya supaya tidak berjamur?',
    answer: 'Lap dulu, lalu angin-anginkan di tempat teduh. Jangan dijemur langsung di matahari.',
  },
  {
    ...COFFEE,
    asker: 'bram-sitanggang',
    daysAgo: 20,
    text: 'Untuk diseduh tubruk lebih cocok yang halus atau yang kasar?',
    answer: 'Yang halus. Yang kasar untuk seduhan dengan saringan atau french press.',
  },
  {
    ...BAG,
    asker: 'citra-maharani',
    daysAgo: 1,
    text: 'Apakah bisa dipesan dengan pegangan yang lebih panjang?',
  },
]
