// KWT Nira Menoreh: fictitious, in a real place of its craft.

import { kokapProducts } from '#db/seed/network/products/kokap'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const kokap: EnterpriseStory = {
  slug: 'nira-menoreh',
  name: 'KWT Nira Menoreh',
  legalForm: 'kelompok',
  craft: 'Gula semut dan rempah Menoreh',
  story:
    'Para suami menyadap nira dua kali sehari, para istri memasaknya menjadi gula semut ' +
    'sebelum asam. Tiga puluh tujuh anggota di Hargotirto sepakat tidak memakai pupuk kimia ' +
    'dan mencatat setiap liter nira. Keuntungan dipakai membeli alat pengayak dan membayar ' +
    'arisan pendidikan.',
  since: 2012,
  womenLed: true,
  place: { village: '34.01.08.2005', street: 'Dusun Segajih RT 12 RW 03', postalCode: '55653' },
  members: [
    { key: 'suminah', name: 'Suminah', phone: '0812-0000-1001', role: 'chair' },
    { key: 'wagiyem', name: 'Wagiyem', phone: '0812-0000-1002', role: 'treasurer' },
    { key: 'dwi-astuti', name: 'Dwi Astuti', phone: '0812-0000-1003', role: 'staff' },
    { key: 'tumirah', name: 'Tumirah', phone: '0812-0000-1004', role: 'member' },
    { key: 'sarinem', name: 'Sarinem', phone: '0812-0000-1005', role: 'member' },
    { key: 'ngatijem', name: 'Ngatijem', phone: '0812-0000-1006', role: 'member' },
    { key: 'partini', name: 'Partini', phone: '0812-0000-1007', role: 'member' },
  ],
  pickUp: { place: 'Rumah produksi, Dusun Segajih', hours: 'Senin–Jumat 08.00–15.00 WIB' },
  tariffs: tariffsFrom('34.01.08.2005'),
  bank: { bank: 'BPD DIY', number: '0000-00-000010', holder: 'KWT Nira Menoreh' },
  scene: { backdrop: 'hills', sprig: 'sugar' },
  products: kokapProducts,
}
