import { questionsIn } from '../../domain/concept.ts'
import { writingOpen } from '../../domain/lifecycle.ts'
import { courseOf, nextTopic } from '../../domain/topic.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { RoomFoot } from '../../ui/room.tsx'
import { SaveState } from '../../ui/save-bar.tsx'
import { urls } from '../../urls.ts'
import { planDraft } from '../../words/plan-draft.ts'
import { talk as texts } from '../../words/talk.ts'
import { LateText, NotSaved, Standing } from './notices.tsx'
import { OwnFold } from './own-fold.tsx'
import { RoomPage } from './room-page.tsx'
import { errorsOf, roomWords, stateOf } from './room-words.ts'
import { Stage } from './stage.tsx'
import type { TopicShown } from './topic-shown.ts'

/** A topic of the talk: each question with both sides, and beside it what the two agree on. */
export function TopicPage(props: TopicShown) {
  const { frame, talk, topic, refused } = props
  const here = urls.topic({ id: talk.id, step: topic.slug })
  const stretch = courseOf(talk.form, talk.minutes).find(({ topics }) => topics.includes(topic))?.stretch
  const isOpen = writingOpen(talk.status)
  const stages = questionsIn(talk.form, topic).map((question, at, all) => (
    <Stage
      key={question.id}
      {...props}
      question={question}
      isFirst={at === 0}
      isLast={at === all.length - 1}
    />
  ))
  return (
    <RoomPage {...props} stretch={stretch?.id} here={here}>
      <NotSaved language={frame.language} errors={errorsOf(refused, props)} />
      <Standing {...props} />
      <LateText {...props} />
      {isOpen ? (
        <form
          method="post"
          action={here}
          autocomplete="off"
          {...roomWords(props, stateOf(talk))}
          data-kept={refused ? '' : undefined}
        >
          <input type="hidden" name="key" value={frame.key} />
          <input type="hidden" name="place" value={topic.slug} />
          <button type="submit" name="do" value="save" hidden />
          {stages}
          <p class="heard" role="status" data-heard />
          <Foot {...props} />
        </form>
      ) : (
        <div>
          {stages}
          <RoomFoot>
            <OwnFold {...props} />
            <NextLink {...props} />
          </RoomFoot>
        </div>
      )}
    </RoomPage>
  )
}

function Foot(props: TopicShown) {
  const { frame, talk, topic, about } = props
  const t = texts[frame.language].topic
  return (
    <RoomFoot>
      <OwnFold {...props} />
      <SaveState kind="none" text="" />
      <noscript>
        <Button kind="text" name="do" value="save">
          {t.save}
        </Button>
      </noscript>
      <Button name="do" value="next">
        {nextTopic(talk.form, topic.slug, about) ? t.next : t.toPlan}
      </Button>
    </RoomFoot>
  )
}

function NextLink({ frame, talk, topic, about }: TopicShown) {
  const t = texts[frame.language].topic
  const next = nextTopic(talk.form, topic.slug, about)
  return next ? (
    <ButtonLink kind="secondary" href={urls.topic({ id: talk.id, step: next.slug })}>
      {t.next}
    </ButtonLink>
  ) : (
    <ButtonLink kind="secondary" href={urls.planDraft({ id: talk.id })}>
      {planDraft[frame.language].open}
    </ButtonLink>
  )
}
