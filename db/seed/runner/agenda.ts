// What happens when. Deeds of one story follow each other in its lane; stories run side by side
// between two strokes of the clock, and what the clock does comes exactly where it strikes.

import type { Stage } from '#db/seed/stage'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** So many stories at once; the database does one thing at a time, so more would not be faster. */
const SIDE_BY_SIDE = 12

type Deed = { at: number; lane: string; first: boolean; act: () => Promise<unknown> }

export type Progress = (at: number, done: number) => void

export class Agenda {
  private deeds: Deed[] = []
  private readonly strokes = new Set<number>()
  private done = 0

  /** In its lane a deed comes after those that are earlier, or were noted before. */
  note(lane: string, at: number, act: () => Promise<unknown>): void {
    this.deeds.push({ at, lane, first: false, act })
  }

  /** Begins before all others between two strokes: they may wait for it, and it waits for none. */
  noteFirst(lane: string, at: number, act: () => Promise<unknown>): void {
    this.deeds.push({ at, lane, first: true, act })
  }

  /**
   * The clock strikes by the end of that day, to do what is due then and nothing else: a stroke is as dear
   * as ten deeds, and nobody minds on which hour of a day long ago something lapsed.
   */
  strikeAfter(at: number): void {
    this.strokes.add(Math.ceil(at / DAY) * DAY + 7 * MINUTE)
  }

  /** The clock strikes a full hour, when it also tidies up and audits. */
  strikeHour(at: number): void {
    this.strokes.add(Math.ceil(at / HOUR) * HOUR)
  }

  /** Plays everything up to `until`, and lets the clock strike then. */
  async play(stage: Stage, until: number, progress: Progress): Promise<void> {
    for (;;) {
      const next = Math.min(until, ...this.strokes)
      await this.playUntil(next)
      await stage.ring(next)
      progress(next, this.done)
      if (next === until) return
      this.strokes.delete(next)
    }
  }

  private async playUntil(until: number): Promise<void> {
    for (;;) {
      const due = this.deeds.filter(({ at }) => at <= until)
      if (due.length === 0) return
      this.deeds = this.deeds.filter(({ at }) => at > until)
      due.sort((a, b) => Number(b.first) - Number(a.first) || a.at - b.at)
      const lanes = [...Map.groupBy(due, ({ lane }) => lane).values()]
      const walk = async () => {
        for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
          for (const { act } of lane) await act()
          this.done += lane.length
        }
      }
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, walk))
    }
  }
}
