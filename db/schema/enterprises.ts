import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The market's side of an organization of kind enterprise: its shop, its place, its bank account. */
export const enterprises = sqliteTable('enterprises', {
  organizationId: text('organization_id').primaryKey(),
  story: text().notNull().default(''),
  craft: text().notNull(),
  areaCode: text('area_code').notNull(),
  regencyCode: text('regency_code').notNull(),
  regencyName: text('regency_name').notNull(),
  womenLed: integer('women_led').notNull().default(0),
  pickupPlace: text('pickup_place'),
  phone: text().notNull(),
  bankName: text('bank_name'),
  bankAccount: text('bank_account'),
  bankHolder: text('bank_holder'),
  opensAt: integer('opens_at'),
  closesAt: integer('closes_at'),
  npwp: text(),
  pkpSince: text('pkp_since'),
})
