import type { House } from '../../db/house.ts'
import type { LocalDate } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { sheet, slips } from '../../words/slips.ts'
import type { Language } from '../../words/words.ts'
import { EntrancePage, type Frame } from '../shell.tsx'

/** What stands on the paper. `on` is the day it was made, `until` the last day it can be used. */
export type Slip = {
  name: string
  login: string
  code: string
  until: LocalDate
  maker: string
  on: LocalDate
}
type Props = { frame: Frame; house: House; slip: Slip; address: string }

/** The slip, once: on screen with what to do, on paper alone. */
export function MadePage({ frame, house, slip, address }: Props) {
  const t = slips[frame.language]
  const [first, second] = frame.language === 'da' ? (['da', 'en'] as const) : (['en', 'da'] as const)
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.slips()}>
      <WhatToDo language={first} name={slip.name} />
      <article class="slip">
        <Sheet house={house} slip={slip} address={address} language={first} />
        <Sheet house={house} slip={slip} address={address} language={second} />
      </article>
      <div class="not-printed">
        <LinkLine href={urls.slips()}>{t.backToList}</LinkLine>
      </div>
    </EntrancePage>
  )
}

function WhatToDo({ language, name }: { language: Language; name: string }) {
  const t = slips[language]
  return (
    <div class="not-printed flow">
      <Title>{t.made(name)}</Title>
      <Notice kind="amber" spoken>
        <p>{t.onlyHere}</p>
      </Notice>
      <p>{t.hand}</p>
      <Button type="button" id="print">
        {t.print}
      </Button>
      <p class="hint">{t.printHow}</p>
    </div>
  )
}

function Sheet({ house, slip, address, language }: Omit<Props, 'frame'> & { language: Language }) {
  const t = sheet[language]
  return (
    <section class="slip-half" lang={language}>
      <h2>{t.title}</h2>
      <p>{t.to(slip.name, house.organisation)}</p>
      <p>{t.what}</p>
      <ol>
        {t.steps(address).map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <NameAndCode slip={slip} language={language} />
      <p>{t.until(sayDate(slip.until, language))}</p>
      <p class="hint">
        {t.maker(slip.maker, sayDate(slip.on, language))} {t.taken}
      </p>
      <p class="slip-shred">{t.shred}</p>
    </section>
  )
}

function NameAndCode({ slip, language }: { slip: Slip; language: Language }) {
  const t = sheet[language]
  return (
    <dl class="slip-code">
      <dt>{t.login}</dt>
      <dd>{slip.login}</dd>
      <dt>{t.code}</dt>
      <dd>{slip.code}</dd>
    </dl>
  )
}
