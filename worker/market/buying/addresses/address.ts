/**
 * An address that a person keeps: whom a parcel is for, her number, and the way to her door down to the
 * village. One of them is preferred and is offered first; the first one kept is.
 */
import type { VillageCode } from '#worker/market/buying/shipping/area'

export const MOST_ADDRESSES = 20

export type KeptAddress = {
  id: string
  personId: string
  /** What she calls it: home, office. */
  label: string
  recipient: string
  phone: string
  street: string
  areaCode: VillageCode
  areaText: string
  postalCode: string
  note: string
  createdAt: number
}

type Bought = {
  personId: string | null
  buyerName: string
  buyerPhone: string
  street: string
  areaCode: string
  areaText: string
  postalCode: string
  note: string
  placedAt: number
}

/** The address of a purchase to keep; nothing for a guest, or where nothing is sent. */
export function addressOf(purchase: Bought, id: string): KeptAddress | undefined {
  const { personId, buyerName, buyerPhone, street, areaCode, areaText, postalCode, note } = purchase
  if (personId === null || areaCode === '') return undefined
  return {
    ...{ id, personId, label: '', recipient: buyerName, phone: buyerPhone, street },
    ...{ areaCode: areaCode as VillageCode, areaText, postalCode, note },
    createdAt: purchase.placedAt,
  }
}
