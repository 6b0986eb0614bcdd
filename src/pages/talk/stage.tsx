import { isTheme } from '../../domain/agenda.ts'
import type { Question } from '../../domain/concept.ts'
import { writingOpen } from '../../domain/lifecycle.ts'
import { ticksOffered } from '../../domain/tick.ts'
import { looksBack, topicsInSight } from '../../domain/topic.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { RoomStage } from '../../ui/room.tsx'
import { talk as texts } from '../../words/talk.ts'
import { Deletes } from '../deletes.tsx'
import { JobBeside } from '../job/at-hand.tsx'
import { LastPlan } from '../last-plan.tsx'
import { CourseList } from './course-list.tsx'
import { JointField } from './joint-field.tsx'
import type { Room } from './room-page.tsx'
import { Ticks } from './ticks.tsx'
import type { TopicShown } from './topic-shown.ts'
import { Tray } from './tray.tsx'
import { Voices } from './voices.tsx'

type StageProps = TopicShown & { question: Question; isFirst: boolean; isLast: boolean }

/** One question: both sides left, what is agreed right. The first carries the topic's title, the last what may help. */
export function Stage({ question, isFirst, isLast, ...props }: StageProps) {
  const { frame, talk, topic, about } = props
  const t = texts[frame.language].topic
  const topics = topicsInSight(talk.form, new Set([...about, ...topic.questions]))
  return (
    <RoomStage joint={<Beside {...props} question={question} isFirst={isFirst} />}>
      {isFirst && <p class="eyebrow">{t.place(topics.indexOf(topic) + 1, topics.length)}</p>}
      {isTheme(topic) ? (
        <ThemeAsked {...props} />
      ) : (
        <>
          {isFirst && <h1>{topic.title[frame.language]}</h1>}
          <Asked frame={frame} question={question} />
          <Voices {...props} question={question} />
        </>
      )}
      {isLast && <Folds {...props} />}
    </RoomStage>
  )
}

/** A theme is its own question: its word, and who brought it. */
function ThemeAsked({ frame, topic }: Pick<StageProps, 'frame' | 'topic'>) {
  return (
    <>
      <h1 id={`${topic.slug}-asked`}>{topic.title[frame.language]}</h1>
      <p class="hint">{topic.hint?.[frame.language]}</p>
    </>
  )
}

/** The question in the concept's own words, with its gloss on an English page and the concept's hint. */
function Asked({ frame, question }: Pick<Room, 'frame'> & { question: Question }) {
  const { language } = frame
  const gloss = language === 'en' ? question.text.en : undefined
  return (
    <>
      <h2 class="question-text" id={`${question.id}-asked`} lang={language === 'da' ? undefined : 'da'}>
        {question.text.da}
      </h2>
      {gloss && <p class="hint">{gloss}</p>}
      {question.hint && <p class="hint">{question.hint[language]}</p>}
    </>
  )
}

function Beside({ question, isFirst, ...props }: Omit<StageProps, 'isLast'>) {
  const { frame, talk, conclusions, shared, ticks, refused } = props
  const offered = ticksOffered(question, shared[talk.role].get(question.id))
  const isOpen = writingOpen(talk.status)
  const t = texts[frame.language].joint
  return (
    <>
      <JointField
        {...props}
        id={question.id}
        heading={isOpen ? t.agree : t.agreed}
        aboutId={`${question.id}-asked`}
        saved={conclusions.get(question.id)}
        frozen={!isOpen}
        refused={refused?.get(question.id)}
      >
        {isFirst && <Deletes talk={talk} layer="talk" language={frame.language} />}
        {isOpen && <ToPoint {...props} question={question} />}
        {isOpen && (
          <Ticks
            language={frame.language}
            question={question}
            offered={offered}
            given={ticks.get(question.id)}
          />
        )}
      </JointField>
      {isFirst && <Tray {...props} saves={isOpen} />}
    </>
  )
}

/** »Gør til punkt«, until a point says just that. */
function ToPoint({ question, ...props }: Omit<StageProps, 'isFirst' | 'isLast'>) {
  const { frame, conclusions, points, refused } = props
  const t = texts[frame.language].joint
  const text = conclusions.get(question.id)?.text
  if (refused?.has(question.id)) return null
  if (text && points.some(({ point }) => point.what === text)) return <p class="hint">{t.inPlan}</p>
  return (
    <div class="beside">
      <Button kind="secondary" icon={<PlusIcon />} name="do" value={`point.${question.id}`}>
        {t.makePoint}
      </Button>
    </div>
  )
}

function Folds(props: TopicShown) {
  const { frame, talk, topic, last } = props
  const t = texts[frame.language].topic
  const prompts = talk.form.sections
    .filter(section => section.questions.some(({ id }) => topic.questions.includes(id)))
    .flatMap(section => section.prompts)
  return (
    <>
      {last && <LastPlan last={last} language={frame.language} open={looksBack(talk.form, topic)} />}
      <JobBeside talk={talk} language={frame.language} step={topic} />
      {talk.role === 'host' && prompts.length > 0 && (
        <Fold label={t.ask}>
          <ul class="plain-list">
            {prompts.map(prompt => (
              <li key={prompt.da}>{prompt[frame.language]}</li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold label={t.all}>
        <CourseList {...props} />
      </Fold>
    </>
  )
}
