// The sellers of the large set: registered by their chairs, opened by the operator, each with a
// bank account and tariffs, in the villages of the demo's people.

import { sql } from 'drizzle-orm'
import { read } from '#db/client'
import { buyers } from '#db/seed/network/buyers'
import { enterprises } from '#db/seed/network/enterprises'
import { tariffsFrom } from '#db/seed/network/tariffs'
import { atWork, type Loading } from '#db/seed/large/loading'
import { someGroup, someName } from '#db/seed/large/words'
import { recordEvents } from '#worker/history/queries'
import { BECAME, changeStatus } from '#worker/identity/organizations/organization'
import * as organizations from '#worker/identity/organizations/queries'
import { freeSlug, slugFrom } from '#worker/identity/organizations/slug'
import { insertPerson } from '#worker/identity/people/queries'
import { addDays, instant } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { askForAccount } from '#worker/market/settling/account-changes/account-change'
import { insertChange, recordAccount } from '#worker/market/settling/account-changes/queries'
import * as enterprise from '#worker/market/offering/enterprises/enterprise'
import * as kept from '#worker/market/offering/enterprises/queries'
import { learnWords } from '#worker/market/offering/products/queries'
import type { AreaCode, VillageCode } from '#worker/market/buying/shipping/area'
import { changeTariffs } from '#worker/market/buying/shipping/queries'
import type { Tariff } from '#worker/market/buying/shipping/tariff'

/** Numbers that nobody has; the sellers of the large set are known by them. */
export const PHONE = (n: number) => `62812000${String(n).padStart(6, '0')}`
const PHONES = '62812000______'

const VILLAGES = [...enterprises, ...buyers].map(({ place }) => place.village as VillageCode)
const CRAFTS = ['Anyaman', 'Tenun', 'Batik', 'Kayu', 'Gerabah', 'Pangan', 'Perhiasan'] as const

/** How long ago the first and the last of them registered. */
export const SINCE_DAYS = 560
const UNTIL_DAYS = 30

export type Seller = {
  id: string
  slug: string
  name: string
  phone: string
  regencyName: string
  pickupPlace: string | null
  chairId: string
  createdAt: number
}

export async function makeSellers(loading: Loading, count: number): Promise<void> {
  const { db, luck } = loading
  const [known, people] = await read(db, [
    db.all<{ slug: string }>(sql`SELECT slug FROM organizations`),
    db.all<{ n: number }>(sql`SELECT count(*) AS n FROM people WHERE phone LIKE ${PHONES}`),
  ])
  const taken = known.map(({ slug }) => slug)
  for (let i = 0; i < count; i += 1) {
    const days = SINCE_DAYS - Math.round(((SINCE_DAYS - UNTIL_DAYS) * i) / count)
    const at = atWork(loading, addDays(loading.dayOf(loading.now), -days))
    const phone = PHONE((people[0]?.n ?? 0) + i)
    taken.push(await makeSeller(loading, { at, phone, taken, village: luck.pick(VILLAGES) }))
    if (i % 50 === 0) await loading.progress('sellers', i, count)
  }
  await loading.send()
  await loading.progress('sellers', count, count)
}

type Making = { at: number; phone: string; taken: readonly string[]; village: VillageCode }

async function makeSeller(loading: Loading, making: Making): Promise<string> {
  const { at, phone, taken, village } = making
  const { db, luck } = loading
  const person = { id: loading.newId(at), name: someName(luck), phone }
  const name = someGroup(luck, luck.pick(['', 'Baru', 'Asri', 'Utama', 'Desa', 'Kampung']))
  const profile = {
    name: name.trim(),
    craft: `${luck.pick(CRAFTS)} rumahan`,
    story: 'Kelompok ini bekerja di rumah anggotanya dan berbagi bahan, alat, dan pesanan.',
    areaCode: village,
    womenLed: luck.happens(0.6),
    pickupPlace: luck.happens(0.5) ? 'Rumah ketua kelompok, setiap hari kerja' : null,
    phone,
  }
  const slug = freeSlug(slugFrom(profile.name), taken)
  const given = { id: loading.newId(at), slug, createdAt: at }
  const registered = enterprise.registerEnterprise(profile, given)
  const account = { bank: 'BRI', number: phone.padStart(15, '0'), holder: profile.name }
  const asking = { id: loading.newId(at), enterpriseId: given.id, by: person.id, at: instant(at) }
  const change = askForAccount(account, null, asking)
  const opened = changeStatus({ ...enterprise.organizationOf(registered), version: 2 }, 'open')
  const act = loading.actOf(person.id, at)
  const event = (seq: number, type: string) => ({ ...act, subject: given.id, seq, type })
  const chair = { organizationId: given.id, personId: person.id, role: 'chair', since: at }
  await loading.add([
    insertPerson(db, { ...person, email: null, locale: 'id', createdAt: at, version: 1 }),
    organizations.insertOrganization(db, enterprise.organizationOf(registered)),
    organizations.insertMembership(db, chair),
    kept.insertEnterprise(db, registered),
    learnWords(db, [profile.name, profile.craft, registered.regencyName]),
    insertChange(db, change),
    recordEvents(db, [{ ...act, subject: change.id, seq: 1, type: 'asked' }]),
    ...recordAccount(db, change, { act, version: 2 }),
    ...changeTariffs(db, given.id, tariffsOf(village)),
    organizations.changeOrganization(db, { ...opened, version: opened.version + 1 }),
    recordEvents(db, [
      { ...act, subject: person.id, seq: 1, type: 'joined' },
      event(1, 'registered'),
      event(3, BECAME.open),
      event(4, 'tariffs-changed'),
    ]),
  ])
  return slug
}

const TARIFFS = new Map<string, Tariff[]>()

export function tariffsOf(village: string): Tariff[] {
  const rows = TARIFFS.get(village) ?? tariffsFrom(village).map(branded)
  TARIFFS.set(village, rows)
  return rows
}

const branded = (row: ReturnType<typeof tariffsFrom>[number]): Tariff => ({
  ...row,
  destination: row.destination as AreaCode,
  firstKg: amount(row.firstKg),
  nextKg: amount(row.nextKg),
})

export type SellerRow = Seller & { village: string }

/** The sellers of the large set, oldest first. */
export async function listSellers({ db }: Loading): Promise<SellerRow[]> {
  const [rows] = await read(db, [
    db.all<SellerRow>(sql`
      SELECT o.id AS id, o.slug AS slug, o.name AS name, e.phone AS phone,
        e.regency_name AS regencyName, e.pickup_place AS pickupPlace, m.person_id AS chairId,
        o.created_at AS createdAt, e.area_code AS village
      FROM enterprises e JOIN organizations o ON o.id = e.organization_id
      JOIN memberships m ON m.organization_id = o.id AND m.role = 'chair'
      WHERE e.phone LIKE ${PHONES} ORDER BY o.id`),
  ])
  return rows
}
