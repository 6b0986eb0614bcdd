import { Button } from '../../ui/button.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import { newTime } from '../../words/new-time.ts'
import type { Language } from '../../words/words.ts'
import type { Frame } from '../shell.tsx'
import type { ReplyRead } from './calendar-reply.ts'

type Props = { frame: Frame; action: string; reply: ReplyRead | undefined }

/** Somebody's calendar answered by mail: the file is read, and nothing is changed by it. */
export function CalendarReplyForm({ frame, action, reply }: Props) {
  const t = newTime[frame.language]
  return (
    <Fold label={t.calendarReply} open={reply !== undefined}>
      {reply && (
        <Notice kind={reply === 'accepted' ? 'done' : 'info'} spoken>
          <p>{said(reply, frame.language)}</p>
        </Notice>
      )}
      <form method="post" action={action} encType="multipart/form-data">
        <input type="hidden" name="key" value={`${frame.key}-k`} />
        <FileField name="file" label={t.replyFile} hint={t.calendarReplyHelp} accept=".ics,text/calendar" />
        <Button kind="secondary">{t.readReply}</Button>
      </form>
    </Fold>
  )
}

function said(reply: ReplyRead, language: Language): string {
  const t = newTime[language]
  switch (reply) {
    case 'no-file':
      return t.noFile
    case 'unreadable':
      return t.unreadable
    case 'other-talk':
      return t.otherTalk
    case 'older-time':
      return t.olderTime
    default:
      return t.reply[reply]
  }
}
