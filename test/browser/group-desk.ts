/** A lender with a group whose first instalment is due today, on a started server. */
import { expected, Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'
import { openBrowser } from '#test/support/browser'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { daysAgo } from './lending-desk.ts'

const PHONE = { width: 360, height: 760 }

export type GroupDesk = {
  server: Server
  browser: Browser
  lender: network.LenderOn
  leader: Http
  member: Http
  groupSlug: string
  loanId: string
  /** A day before the meeting, for another sheet. */
  before: string
}

export async function aGroupDesk(): Promise<GroupDesk> {
  const server = await startServer({ bindings: network.BINDINGS })
  const operator = await network.anOperatorOn(server)
  const lender = await network.aLenderOn(operator)
  const { chair: leader, id, slug: groupSlug } = await network.aShopOn(operator, 1)
  const member = await network.member(leader, groupSlug, 'member')
  const loanId = await lent(lender, leader, id)
  const browser = await openBrowser()
  const desk = { server, browser, lender, leader, member, groupSlug, loanId, before: daysAgo(3) }
  await setShares(desk)
  return desk
}

async function lent(lender: network.LenderOn, leader: Http, groupId: string): Promise<string> {
  const terms = { amount: 5_000_000, instalments: 10 }
  const path = await network.anAcceptedApplicationOn(lender, leader, terms, { groupId })
  const handed = { on: daysAgo(31), firstDueOn: daysAgo(0) }
  return String(expected(await lender.cashier.post(`${path}/disbursement`, handed), 201).id)
}

async function setShares({ lender, leader, member, loanId }: GroupDesk): Promise<void> {
  const phoneOf = async (person: Http) =>
    String(expected(await person.get('/api/me'), 200).person.phone)
  const shares = [
    { name: 'Bu Siti', phone: await phoneOf(leader), amount: 2_000_000 },
    { name: 'Bu Wayan', phone: await phoneOf(member), amount: 1_500_000 },
    { name: 'Bu Dewi', amount: 1_000_000 },
    { name: 'Bu Rina', amount: 500_000 },
  ]
  expected(await lender.officer.post(`/api/loans/${loanId}/shares`, { shares }), 201)
}

/** A page of hers, on her phone unless said otherwise. */
export async function pageOf(
  { browser, server }: GroupDesk,
  person: Http,
  viewport = PHONE,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport, bypassCSP: true })
  const { hostname } = new URL(server.url)
  const cookies = [...person.cookies].map(([name, value]) => {
    return { name, value, domain: hostname, path: '/', secure: true }
  })
  await context.addCookies(cookies)
  return { context, page: await context.newPage() }
}
