/** An enterprise as its own people see it, and as everybody does: the shop. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { ORGANIZATION_STATES } from '#worker/identity/organizations/organization'
import { PhotoOfCard } from '#worker/market/finding/catalogue/answers'
import { regionOf } from '#worker/market/finding/catalogue/good'
import type { Enterprise } from '#worker/market/offering/enterprises/enterprise'
import type { Shop } from '#worker/market/offering/enterprises/queries'
import { isOpenAt, reopensAt } from '#worker/market/offering/windows/window'
import { describeHours, Hours } from '#worker/market/offering/windows/answers'

const Region = v.strictObject({ code: v.string(), name: v.string() })

export const OwnEnterprise = v.strictObject({
  id: v.string(),
  slug: v.string(),
  name: v.string(),
  status: v.picklist(ORGANIZATION_STATES),
  story: v.string(),
  craft: v.string(),
  areaCode: v.string(),
  region: Region,
  womenLed: v.boolean(),
  pickupPlace: v.nullable(v.string()),
  phone: v.string(),
  bankAccount: v.nullable(
    v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() }),
  ),
  ...Hours.entries,
  createdAt: v.string(),
})

export function describeEnterprise(one: Enterprise): v.InferOutput<typeof OwnEnterprise> {
  const { id, slug, name, status, story, craft, areaCode, womenLed, pickupPlace, phone } = one
  return {
    ...{ id, slug, name, status, story, craft, areaCode, womenLed, pickupPlace, phone },
    region: regionOf(one.regencyCode),
    bankAccount: one.bankAccount,
    ...describeHours(one),
    createdAt: instantText(one.createdAt),
  }
}

export const ShopCard = v.strictObject({
  slug: v.string(),
  name: v.string(),
  craft: v.string(),
  region: Region,
  womenLed: v.boolean(),
  photo: v.nullable(PhotoOfCard),
})

export const ShopCards = pageOf(ShopCard)

export const ShopAnswer = v.strictObject({
  ...ShopCard.entries,
  open: v.boolean(),
  takesOrders: v.pipe(v.boolean(), v.description('Open, and within its selling window')),
  opensAgainAt: v.nullable(v.string()),
  closesNextAt: v.nullable(v.string()),
  story: v.string(),
  areaCode: v.string(),
  pickupPlace: v.nullable(v.string()),
  phone: v.string(),
  makers: v.array(v.strictObject({ name: v.string(), about: v.string() })),
  since: v.string(),
  rest: v.pipe(
    v.nullable(v.strictObject({ from: v.string(), to: v.nullable(v.string()), note: v.string() })),
    v.description('Days on which it takes no orders, to come or now; the last day included'),
  ),
})

export function describeShopCard(shop: Shop): v.InferOutput<typeof ShopCard> {
  const { slug, name, craft } = shop
  return {
    ...{ slug, name, craft },
    region: regionOf(shop.regencyCode),
    womenLed: shop.womenLed === 1,
    photo:
      shop.photo === null ? null : (JSON.parse(shop.photo) as v.InferOutput<typeof PhotoOfCard>),
  }
}

function describeOpening(shop: Shop, now: number) {
  const open = isOpenAt(shop, now)
  const opensAgain = reopensAt([shop], now)
  const closing = shop.closesAt !== null && shop.closesAt > now ? shop.closesAt : null
  return {
    takesOrders: shop.status === 'open' && open,
    opensAgainAt: opensAgain === null ? null : instantText(opensAgain),
    closesNextAt: open && closing !== null ? instantText(closing) : null,
  }
}

type Rest = NonNullable<v.InferOutput<typeof ShopAnswer>['rest']>
type At = { now: number; today: string }

export function describeShop(shop: Shop, { now, today }: At): v.InferOutput<typeof ShopAnswer> {
  const { story, areaCode, pickupPlace, phone } = shop
  return {
    ...describeShopCard(shop),
    ...{ story, areaCode, pickupPlace, phone },
    open: shop.status === 'open',
    ...describeOpening(shop, now),
    makers: JSON.parse(shop.makers ?? '[]') as { name: string; about: string }[],
    since: instantText(shop.createdAt),
    rest: restOf(shop, today),
  }
}

/** Not one that is over: the clock has opened the shop again. */
function restOf({ rest }: Shop, today: string): Rest | null {
  const one = JSON.parse(rest ?? 'null') as Rest | null
  return one && (one.to === null || one.to >= today) ? one : null
}
