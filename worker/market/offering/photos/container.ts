/** What a container of pictures says of itself and what is left of it, and how one is refused. */
import { Refusal } from '#worker/kernel/refusal'

/** Size as it is seen, after any turn the camera asks for; bytes as they may be published. */
export type Cleaned = { width: number; height: number; bytes: Uint8Array }

/** Says what a picture must be. */
export function refused(must: string): Refusal {
  return new Refusal('picture-refused', `A picture must be ${must}.`)
}
