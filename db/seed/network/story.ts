// The shape of the demo network's stories: a fictitious network of fictitious people in real places and
// real crafts. They are plain values; a runner replays them through the application's own decisions.
// Amounts are whole rupiah, weights grams. Every phone number lies in 0812-0000-xxxx.

import type { InferInput } from 'valibot'
import type { Picture, Scene } from '#db/seed/pictures'
import type { LoanProductRequest } from '#worker/lending/offering/loan-products/requests'
import type { Unit } from '#worker/market/offering/products/product'

export type PersonStory = {
  /** The name by which other stories speak of her. */
  readonly key: string
  readonly name: string
  readonly phone: string
}

export type EnterpriseRole = 'chair' | 'treasurer' | 'staff' | 'member'
export type LenderRole = 'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'
export type PartnerRole = 'owner' | 'manager' | 'staff'
export type FacilitatorRole = 'owner' | 'companion'
export type OperatorRole = 'owner' | 'treasurer' | 'staff'

export type Membership<Role extends string> = PersonStory & { readonly role: Role }

export type PlaceStory = {
  /** A village code of the area data. */
  readonly village: string
  readonly street: string
  readonly postalCode: string
}

/** Fictitious: the numbers begin with zeros, as no account of these banks does. */
export type BankStory = {
  readonly bank: string
  readonly number: string
  readonly holder: string
}

export type VariantStory = {
  /** '' for the only variant of a product. */
  readonly name: string
  /** What is left after the past orders; `openingStock` says what it began with. */
  readonly stock: number
  /** Where they differ from the product's. */
  readonly price?: number
  readonly grams?: number
}

export type ProductStory = {
  readonly slug: string
  readonly title: string
  readonly description: string
  /** One of the categories that the database brings. */
  readonly category: string
  readonly madeOf: readonly string[]
  readonly unit: Unit
  readonly price: number
  readonly grams: number
  readonly variants: readonly VariantStory[]
  readonly madeToOrderDays?: number
  /** Keys of the members who made it. */
  readonly makers: readonly string[]
  readonly picture: Picture
}

/** What sending costs to an area: the first kilogram, each further one, and how long it takes. */
export type TariffStory = {
  /** A regency or a province; the narrower row counts. */
  readonly destination: string
  readonly firstKg: number
  readonly nextKg: number
  readonly daysFrom: number
  readonly daysTo: number
}

export type EnterpriseStory = {
  readonly slug: string
  readonly name: string
  readonly legalForm: 'kelompok' | 'koperasi' | 'usaha perorangan'
  /** A few words for a card. */
  readonly craft: string
  readonly story: string
  readonly since: number
  readonly womenLed: boolean
  readonly place: PlaceStory
  readonly members: readonly Membership<EnterpriseRole>[]
  readonly pickUp: { readonly place: string; readonly hours: string }
  readonly tariffs: readonly TariffStory[]
  readonly bank: BankStory
  readonly scene: Scene
  readonly products: readonly ProductStory[]
}

export type BuyerStory = PersonStory & {
  readonly place: PlaceStory
  /** Whether she signs in; the others order as guests. */
  readonly hasAccount: boolean
  /** How often she buys, beside the others. */
  readonly weight: number
}

type OrganizationStory<Role extends string> = {
  readonly slug: string
  readonly name: string
  readonly about: string
  readonly place: PlaceStory
  readonly members: readonly Membership<Role>[]
}

export type LenderStory = OrganizationStory<LenderRole> & {
  readonly legalForm: 'koperasi' | 'BUM Desa Bersama'
  readonly bank: BankStory
  /** What its funders have put in. */
  readonly fund: number
  /** The ceiling on the effective price of all that it offers, in percent a year. */
  readonly cap: { readonly effective: number; readonly source: string }
  readonly products: readonly LoanProductStory[]
}

export type PartnerStory = OrganizationStory<PartnerRole> & { readonly bank: BankStory }
export type FacilitatorStory = OrganizationStory<FacilitatorRole>
export type OperatorStory = OrganizationStory<OperatorRole> & { readonly bank: BankStory }

/** As its owner would offer it. */
export type LoanProductStory = { readonly slug: string } & InferInput<typeof LoanProductRequest>
