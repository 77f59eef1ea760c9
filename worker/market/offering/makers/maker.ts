/**
 * A maker: a member of an enterprise credited for what she makes, by name, with a few words about her. Each
 * product names its makers; `share` is her weight among them when what was earned is divided, from 0 (she
 * is named and has no part) to 1000. A maker who left is set aside and stays named on what she made.
 */
import { Refusal, found } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'

export type Maker = {
  id: string
  enterpriseId: string
  name: string
  about: string
  /** Her account, where she has one. */
  personId: string | null
  archived: boolean
  createdAt: number
  /** The number of the maker's last event. */
  version: number
}

export type Said = { name: string; about: string }

/** A maker as a product names her. */
export type Credit = { makerId: string; name: string; share: number }

export const MOST_CREDITS = 20
export const MOST_MAKERS = 500

export function nameMaker(
  said: Said,
  given: Pick<Maker, 'id' | 'enterpriseId' | 'createdAt'>,
): Maker {
  return { ...said, ...given, personId: null, archived: false, version: 1 }
}

export function editMaker(maker: Maker, change: Partial<Said & { archived: boolean }>): Maker {
  return { ...maker, ...change, version: maker.version + 1 }
}

const TWICE = sentence('Pembuat ini sudah disebut.', 'This maker is named already.')

/** Those who are credited, in the order in which they are named; each is of the house and named once. */
export function creditsOf(
  wanted: readonly { makerId: string; share: number }[],
  makers: readonly Pick<Maker, 'id' | 'name'>[],
): Credit[] {
  const names = new Map(makers.map(({ id, name }) => [id, name]))
  return wanted.map(({ makerId, share }, i) => {
    const name = found(names.get(makerId), 'maker')
    if (wanted.findIndex((one) => one.makerId === makerId) < i) {
      throw new Refusal('malformed', 'A maker is named twice.', {
        errors: [{ pointer: `/makers/${i}/makerId`, detail: TWICE }],
      })
    }
    return { makerId, name, share }
  })
}
