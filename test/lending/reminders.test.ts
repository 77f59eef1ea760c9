import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instant, localDate, startOfDay } from '#worker/kernel/calendar'
import {
  isQuiet,
  reminderOf,
  STEPS,
  stepsOf,
  type Step,
} from '#worker/lending/following/reminders/ladder'
import { reminderMessage, reminderText } from '#worker/lending/following/reminders/messages'

const MONTHLY = { every: 1, unit: 'month' } as const
const DUE = localDate('2026-09-10')
const fresh = { dueOn: DUE, rhythm: MONTHLY, sent: [], off: [], restsUntil: null }
const on = (text: string) => localDate(text)

const at = (date: string, hour: number) =>
  instant(startOfDay(on(date), 'Asia/Jakarta') + hour * 3_600_000)

describe('the ladder of reminders', () => {
  it.each([
    ['2026-09-06', null, '2026-09-07'],
    ['2026-09-07', 'before', '2026-09-10'],
    ['2026-09-10', 'on-day', '2026-09-13'],
    ['2026-09-13', 'late-3', '2026-09-17'],
    ['2026-09-17', 'late-7', '2026-09-24'],
    ['2026-09-24', 'late-14', '2026-10-10'],
    ['2026-10-10', 'late-30', null],
  ])('sends on %s %s and looks again on %s', (today, step, again) => {
    expect(reminderOf(fresh, on(today))).toEqual({ step, again })
  })

  it('sends only the last of the steps that were missed', () => {
    expect(reminderOf(fresh, on('2026-09-19')).step).toBe('late-7')
    expect(reminderOf(fresh, on('2027-01-01'))).toEqual({ step: 'late-30', again: null })
  })

  it('rests while a promise or a pause lasts, and looks again the day after', () => {
    const resting = { ...fresh, restsUntil: on('2026-09-20') }
    expect(reminderOf(resting, on('2026-09-20'))).toEqual({ step: null, again: '2026-09-21' })
    expect(reminderOf(resting, on('2026-09-21')).step).toBe('late-7')
  })

  it('leaves out what the lender has switched off', () => {
    const off = { ...fresh, off: ['before', 'late-30'] }
    expect(reminderOf(off, on('2026-09-07'))).toEqual({ step: null, again: '2026-09-10' })
    expect(reminderOf(off, on('2026-10-10')).step).toBeNull()
  })

  it('says nothing before each instalment to whoever pays every few days', () => {
    expect(stepsOf({ every: 1, unit: 'day' })[0]).toBe('late-3')
    expect(stepsOf({ every: 1, unit: 'week' })).toEqual(STEPS)
    expect(stepsOf({ every: 35, unit: 'day' })).toEqual(STEPS)
  })

  it('climbs each step once at most, whichever days it is looked at', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 60 }), { maxLength: 40 }),
        fc.subarray([...STEPS]),
        (days, off) => {
          const sent: Step[] = []
          for (const day of days.toSorted((a, b) => a - b)) {
            const { step, again } = reminderOf({ ...fresh, sent, off }, addDays(DUE, day))
            if (step !== null) sent.push(step)
            if (again !== null) expect(again > addDays(DUE, day)).toBe(true)
          }
          expect(new Set(sent).size).toBe(sent.length)
          expect(sent).toEqual(STEPS.filter((step) => sent.includes(step)))
          expect(sent.filter((step) => off.includes(step))).toEqual([])
        },
      ),
    )
  })
})

describe('quiet hours', () => {
  it.each([
    ['2026-09-10', 7.9, true],
    ['2026-09-10', 8, false],
    ['2026-09-10', 19.9, false],
    ['2026-09-10', 20, true],
    ['2026-09-13', 12, true],
  ])('on %s at %s o’clock in Jakarta: %s', (date, hour, quiet) => {
    expect(isQuiet('Asia/Jakarta', at(date, hour))).toBe(quiet)
  })

  it('are those of the network’s zone', () => {
    expect(isQuiet('Asia/Jayapura', at('2026-09-10', 18.5))).toBe(true)
  })
})

describe('the words of a reminder', () => {
  const loan = {
    ...{ loanId: 'x', number: 7, lender: 'Koperasi Contoh', amount: 'Rp 528.000' },
    ...{ dueOn: '10 Sep 2026', daysLate: 9, destination: '628', locale: 'id' as const },
  }

  it('field pain, collectors who threaten: say what is due and that one may talk, and name nobody', () => {
    for (const step of STEPS) {
      for (const locale of ['id', 'en'] as const) {
        const said = reminderText(step, locale, loan)
        expect(said).toContain('Rp 528.000')
        expect(said.length).toBeLessThan(260)
        expect(said).not.toMatch(
          /polisi|jaksa|hukum|tetangga|kelompok|malu|police|court|neighb|shame/i,
        )
      }
    }
  })

  it('tell the days as they are on the day of sending, and where to look', () => {
    const { body, channel, template } = reminderMessage('late-7', loan, {
      url: 'https://a.example',
    })
    expect(body).toContain('terlambat 9 hari')
    expect(body).toContain('https://a.example/loans/x')
    expect([channel, template]).toEqual(['whatsapp', 'loan-reminder-late-7'])
    const english = { ...loan, locale: 'en' as const, destination: 'a@b.example' }
    expect(reminderMessage('before', english, { url: 'https://a.example' })).toMatchObject({
      channel: 'email',
      body: expect.stringContaining('https://a.example/en/loans/x'),
    })
  })
})
