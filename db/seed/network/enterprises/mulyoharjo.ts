// Ukir Lung Jepara: fictitious, in a real place of its craft.

import { mulyoharjoProducts } from '#db/seed/network/products/mulyoharjo'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const mulyoharjo: EnterpriseStory = {
  slug: 'ukir-lung-jepara',
  name: 'Ukir Lung Jepara',
  legalForm: 'kelompok',
  craft: 'Ukiran jati dan mahoni',
  story:
    'Mulyoharjo disebut kampung patung dan ukir; hampir setiap teras adalah bengkel. Tujuh ' +
    'belas pengukir membeli kayu bersertifikat bersama-sama dan membagi pesanan menurut ' +
    'keahlian. Anak muda belajar dari menggambar lung sebelum boleh memegang tatah.',
  since: 2007,
  womenLed: false,
  place: { village: '33.20.06.2012', street: 'RT 04 RW 02 Mulyoharjo', postalCode: '59431' },
  members: [
    { key: 'ahmad-muslikh', name: 'Ahmad Muslikh', phone: '0812-0000-0701', role: 'chair' },
    { key: 'siti-zulaikhah', name: 'Siti Zulaikhah', phone: '0812-0000-0702', role: 'treasurer' },
    { key: 'muhammad-arifin', name: 'Muhammad Arifin', phone: '0812-0000-0703', role: 'staff' },
    { key: 'sutrisno', name: 'Sutrisno', phone: '0812-0000-0704', role: 'member' },
    { key: 'kasmuri', name: 'Kasmuri', phone: '0812-0000-0705', role: 'member' },
    { key: 'nur-hidayat', name: 'Nur Hidayat', phone: '0812-0000-0706', role: 'member' },
    { key: 'abdul-rohim', name: 'Abdul Rohim', phone: '0812-0000-0707', role: 'member' },
  ],
  pickUp: { place: 'Bengkel bersama, Mulyoharjo', hours: 'Senin–Sabtu 08.00–16.30 WIB' },
  tariffs: tariffsFrom('33.20.06.2012'),
  bank: { bank: 'Bank Jateng', number: '0000-00-000007', holder: 'Ukir Lung Jepara' },
  scene: { backdrop: 'window', sprig: 'shavings' },
  products: mulyoharjoProducts,
}
