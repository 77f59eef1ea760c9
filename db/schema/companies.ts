import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const numberSeries = sqliteTable(
  'number_series',
  {
    kind: text().notNull(),
    ownerId: text('owner_id').notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.ownerId, table.year] })],
)

export const companies = sqliteTable('companies', {
  organizationId: text('organization_id').primaryKey(),
  legalName: text('legal_name').notNull(),
  npwp: text().notNull(),
  prefix: text().notNull(),
  street: text().notNull(),
  areaCode: text('area_code').notNull(),
  areaText: text('area_text').notNull(),
  postalCode: text('postal_code').notNull(),
  contactName: text('contact_name').notNull(),
  contactPhone: text('contact_phone').notNull(),
  contactEmail: text('contact_email'),
  staffLimit: integer('staff_limit').notNull(),
  managerLimit: integer('manager_limit').notNull(),
  tempoDays: integer('tempo_days').notNull(),
  version: integer().notNull(),
})

export const sellerPapers = sqliteTable('seller_papers', {
  enterpriseId: text('enterprise_id').primaryKey(),
  legalName: text('legal_name').notNull(),
  nib: text().notNull(),
  address: text().notNull(),
  signatory: text().notNull(),
  signatoryTitle: text('signatory_title').notNull(),
  version: integer().notNull(),
})

export const spending = sqliteTable(
  'spending',
  {
    partnerId: text('partner_id').notNull(),
    month: text().notNull(),
    enterpriseId: text('enterprise_id').notNull(),
    category: text().notNull(),
    amount: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partnerId, table.month, table.enterpriseId, table.category] }),
  ],
)
