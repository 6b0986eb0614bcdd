import type { GivenTick } from '../../db/ticks.ts'
import type { Question } from '../../domain/concept.ts'
import { noTick, type Tick } from '../../domain/tick.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { talk as texts } from '../../words/talk.ts'
import type { Language } from '../../words/words.ts'
import type { Form } from '../form.ts'
import { versionIn } from './joint-fields.ts'

type Props = { language: Language; question: Question; offered: Tick; given: GivenTick | undefined }

/** My own leave to print: keywords of mine, and the line on pay. Nobody is shown the other's (S3-26, S3-13). */
export function Ticks({ language, question: { id, type, about }, offered, given }: Props) {
  const t = texts[language].joint
  if (!offered.keywords && !offered.pay) return null
  return (
    <>
      <input type="hidden" name={`${id}.tick.version`} value={given?.version ?? 0} />
      {offered.keywords && (
        <Checkbox
          name={`${id}.tick.keywords`}
          label={t.keywords}
          hint={t.keywordsHelp[about === 'pay' ? 'pay' : type]}
          checked={given?.keywords ?? false}
        />
      )}
      {offered.pay && (
        <Checkbox name={`${id}.tick.pay`} label={t.pay} hint={t.payHelp} checked={given?.pay ?? false} />
      )}
    </>
  )
}

/**
 * The tick as the page has left it, where that is new. An unticked box sends nothing, so a page shown before the tick
 * was changed elsewhere must not change it back.
 */
export function readTick(
  form: Form,
  id: string,
  offered: Tick,
  given: GivenTick | undefined,
): Tick | undefined {
  if (versionIn(form, `${id}.tick`) !== (given?.version ?? 0)) return undefined
  const isTicked = (name: keyof Tick) => offered[name] && form.text(`${id}.tick.${name}`) === 'yes'
  const typed = { keywords: isTicked('keywords'), pay: isTicked('pay') }
  const before = given ?? noTick
  return typed.keywords === before.keywords && typed.pay === before.pay ? undefined : typed
}
