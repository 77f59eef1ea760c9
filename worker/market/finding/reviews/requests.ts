/** What may be asked about reviews. */
import * as v from 'valibot'
import { count, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { plainWords } from '#worker/http/plain-words'

export const ReviewRequest = v.object({
  line: count(1, 1000),
  stars: count(1, 5),
  text: v.optional(plainWords(1000, 0), ''),
})

export const ReplyRequest = v.object({ text: plainWords(1000, 2) })

/** For reviews and questions alike. */
export const VisibilityRequest = v.object({ hidden: v.boolean(), reason: text(200, 3) })

export const TalkQuery = v.object({ after: after([v.string()]), limit })

export const OwnTalkQuery = v.object({
  which: v.optional(v.picklist(['open', 'all'])),
  after: after([v.string()]),
  limit,
})
