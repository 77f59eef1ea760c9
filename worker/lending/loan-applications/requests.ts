import * as v from 'valibot'
import { count, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import {
  APPLICATION,
  type ApplicationStatus,
} from '#worker/lending/loan-applications/loan-application'

export const ApplicationRequest = v.strictObject({
  productId: id(),
  /** The group (an enterprise of which she is chair or treasurer) it is for; left out: for herself. */
  groupId: v.optional(v.nullable(id()), null),
  purpose: text(1000, 10),
  amount: money(),
  instalments: count(1, 600),
  monthlyIncome: money(0),
  monthlyCosts: money(0),
  /** The enterprise whose sales history the lender may see; naming it is the consent. */
  shareSalesOf: v.optional(v.nullable(id()), null),
})

const states = Object.keys(APPLICATION) as ApplicationStatus[]

export const ApplicationsQuery = v.strictObject({
  status: v.optional(v.picklist(states, `One of ${states.join(', ')}.`)),
  after: after([id()]),
  limit,
})
