/** What the documentation shows of the lending desk: applying, groups, changes, and money that came in. */
import { guest, key, person, type Asking, type Get } from './asked.ts'

export async function* lending(get: Get): AsyncGenerator<Asking> {
  const { organizations } = await get('officer', '/api/me')
  const { slug } = organizations[0]
  const desk = `/api/lenders/${slug}`
  yield key('lenders', 'officer', `${desk}/loans?limit=1`)
  yield* applying(get, desk)
  yield* groups(get, desk)
  yield* money(get, desk)
  const { items: overpaid } = await get('cashier', `${desk}/loans?which=overpaid&limit=1`)
  const back = { amount: 1_000, channel: 'cash' }
  const { note } = await get('cashier', `/api/loans/${overpaid[0].id}/refunds`, back)
  yield guest('loan-refunds', `/api/loan-refunds/${note}`)
  const changes = await get('officer', `${desk}/loan-changes?limit=1`)
  yield key('loan-changes', 'officer', `/api/loan-changes/${changes.items[0].id}`)
  const { organizations: funders } = await get('owner', '/api/me')
  yield key('funders', 'owner', `/api/funders/${funders[0].slug}/funds?limit=1`)
}

async function* applying(get: Get, desk: string): AsyncGenerator<Asking> {
  const content = { purpose: 'Membeli benang untuk pesanan akhir tahun.', amount: '3000000' }
  const draft = `/api/application-drafts/${crypto.randomUUID()}`
  const kept = { method: 'PUT', body: { content, seen: 0 } }
  yield { ...person('application-drafts', 'borrower', draft), ...kept }
  yield person('pledges', 'borrower')
  const loans = await get('cashier', `${desk}/loans?limit=10`)
  for (const { id } of loans.items) {
    const { items } = await get('cashier', `/api/loans/${id}/disbursements`)
    if (!items[0]) continue
    yield person('disbursements', 'cashier', `/api/disbursements/${items[0].code}`)
    return
  }
}

async function* groups(get: Get, desk: string): AsyncGenerator<Asking> {
  yield person('loan-shares', 'chair')
  const { items } = await get('officer', `${desk}/meetings?limit=1`)
  const [meeting] = items
  yield person('meetings', 'officer', `/api/meetings/${meeting.id}`)
  const { lines } = await get('officer', `/api/meetings/${meeting.id}`)
  yield person('member-receipts', 'officer', `/api/member-receipts/${lines[0].receipt}`)
  const { covers } = await get('officer', `/api/loans/${meeting.loanId}/shares`)
  const paidBack = { method: 'POST', body: { amount: 1_000 } }
  if (covers[0])
    yield { ...person('covers', 'officer', `/api/covers/${covers[0].id}/repayments`), ...paidBack }
  const wish = { amount: 1_000, reason: 'Tikar untuk tempat pertemuan.' }
  const asked = await get('officer', `${desk}/groups/${meeting.group.slug}/withdrawals`, wish)
  const decision = person(
    'reserve-withdrawals',
    'cashier',
    `/api/reserve-withdrawals/${asked.id}/decision`,
  )
  yield {
    ...decision,
    method: 'POST',
    body: { outcome: 'refused', answer: 'Tunggu rapat anggota dulu.' },
  }
}

/** A line of the lender's bank that pays no loan, and what the operator keeps for lenders. */
async function* money(get: Get, desk: string): AsyncGenerator<Asking> {
  const text = 'Tanggal,Keterangan,Kredit\n2026-11-20,BUNGA BANK,12500\n'
  const columns = { on: 'Tanggal', description: 'Keterangan', credit: 'Kredit' }
  await get('cashier', `${desk}/bank-statements`, { fileName: 'mutasi.csv', text, columns })
  const { items } = await get('cashier', `${desk}/bank-credits?limit=1`)
  const aside = person('bank-credits', 'cashier', `/api/bank-credits/${items[0].id}/putting-aside`)
  yield { ...aside, method: 'POST', body: { to: 'ignored', note: 'Bunga bank.' } }
  yield key('lender-transfers', 'operator', '/api/lender-transfers/due')
}
