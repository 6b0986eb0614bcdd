import type { Conversation } from '../../domain/conversation.ts'
import { hasDocuments } from '../../domain/documents.ts'
import { LinkLine } from '../../ui/link.tsx'
import { urls } from '../../urls.ts'
import { documents } from '../../words/documents.ts'
import type { Language } from '../../words/words.ts'
import { JobAtHand } from '../job/at-hand.tsx'

/** What is at hand where one prepares and talks, each in a window of its own: what stands for the post, and the papers. */
export function AtHand({ talk, language }: { talk: Conversation; language: Language }) {
  return (
    <>
      <JobAtHand talk={talk} language={language} />
      {hasDocuments(talk.form) && (
        <LinkLine href={urls.documentSlots({ id: talk.id })} newTab>
          {documents[language].title}
        </LinkLine>
      )}
    </>
  )
}
