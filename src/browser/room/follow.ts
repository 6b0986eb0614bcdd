// Shows what the other writes while this page is looked at: the same address is asked for its joint text as data. What
// somebody is writing here is never touched.

import { isSending } from '../presence/forms.ts'
import { type Control, isAtRest, isControl, isTicked, isTyped } from '../saving/fields.ts'
import { showTime } from './time.ts'

const every = 2000
const speakAtMostEvery = 20_000

type Fields = Record<string, string | boolean>
type Group = { version: number; shown: string; fields: Fields }
type News = {
  state: string
  reading: string
  writer: string
  place: string
  groups: Record<string, Group>
  asks: boolean
  time: string
  tray: string[]
}

/** Begins to follow; ends when the page is no longer ours to see. */
export function follow(form: HTMLFormElement): void {
  let spoken = Number.NEGATIVE_INFINITY
  const again = () => window.setTimeout(ask, every)

  async function ask(): Promise<unknown> {
    if (document.visibilityState !== 'visible') return again()
    const asked = { headers: { accept: 'application/json' }, redirect: 'manual' } as const
    const answer = await fetch(form.action, asked).catch(() => undefined)
    if (answer?.type === 'opaqueredirect' || answer?.status === 404) return
    if (answer?.ok) hear(await answer.json())
    return again()
  }

  function hear(news: News) {
    const isFree = showWriter(form, news)
    if (isFree && form.dataset.waiting !== undefined) form.dispatchEvent(new Event('focusout'))
    showTold(form, news)
    showTime(news.time)
    if (form.dataset.kept !== undefined) return
    if (isAnotherPage(form, news) && isAtRest(form.elements) && !isSending()) return location.reload()
    const changed = Object.entries(news.groups).filter(([name, group]) => renew(form, name, group))
    if (changed.length > 0 && news.writer !== form.dataset.role) speak()
  }

  function speak() {
    const now = performance.now()
    const place = form.querySelector('[data-heard]')
    if (!place || now - spoken < speakAtMostEvery) return
    spoken = now
    const words = form.dataset.changed ?? ''
    // The same words are not read aloud twice unless something about them is new.
    place.textContent = place.textContent === words ? `${words} ` : words
  }

  again()
}

const isAnotherPage = ({ dataset }: HTMLFormElement, { state, reading }: News) =>
  dataset.state !== state || (dataset.reading !== undefined && dataset.reading !== reading)

/** Shows who writes, and tells whether one may write oneself. */
function showWriter(form: HTMLFormElement, { writer, place }: News): boolean {
  for (const line of form.querySelectorAll<HTMLElement>('[data-writer]'))
    line.hidden = line.dataset.writer !== (placeOf(line) === place ? writer : 'nobody')
  const otherWrites = writer !== 'nobody' && writer !== form.dataset.role
  const isForReading = form.querySelector('textarea') === null
  for (const way of form.querySelectorAll<HTMLElement>('[data-take]'))
    way.hidden = !otherWrites && !isForReading
  return !otherWrites
}

const placeOf = (line: HTMLElement) => line.closest<HTMLElement>('[data-pen]')?.dataset.pen

/** What the page stands ready to tell, also to somebody who is in a field and so keeps the page. */
function showTold(form: HTMLFormElement, { asks, tray }: News) {
  for (const line of document.querySelectorAll<HTMLElement>('[data-asks]')) line.hidden = !asks
  const card = form.querySelector<HTMLElement>('[data-tray]')
  const [title, ...points] = tray
  if (!card || title === undefined || card.dataset.tray === tray.join('\n')) return
  card.dataset.tray = tray.join('\n')
  card.querySelector('h2')?.replaceChildren(title)
  for (const old of card.querySelectorAll('p')) old.remove()
  card.append(...points.map(hintOf))
}

function hintOf(text: string) {
  const line = document.createElement('p')
  line.className = 'hint'
  line.textContent = text
  return line
}

/** Puts the newest text in one thing's fields, unless somebody is in them. Tells whether anything was new. */
function renew(form: HTMLFormElement, name: string, { version, shown, fields }: Group): boolean {
  const read = renewRead(form, fields)
  const controls = Object.entries(fields).flatMap(([field, value]) => {
    const control = form.elements.namedItem(field)
    return isControl(control) ? [{ control, value }] : []
  })
  const held = form.elements.namedItem(`${name}.version`)
  const mark = form.elements.namedItem(`${name}.shown`)
  if (!isControl(held) || !isControl(mark) || Number(held.value) > version) return read
  const isBusy = controls.some(
    ({ control, value }) => control === document.activeElement || (isTyped(control) && !says(control, value)),
  )
  if (isBusy) return read
  const isNew = controls.some(({ control, value }) => !says(control, value))
  for (const { control, value } of controls) put(control, value)
  held.value = String(version)
  mark.value = shown
  return isNew || read
}

const says = (control: Control, value: string | boolean) =>
  typeof value === 'boolean' ? isTicked(control) === value : control.value === value

function put(control: Control, value: string | boolean) {
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.defaultSelected = option.value === value
    control.value = String(value)
  } else if (typeof value === 'string') {
    if (control.value !== value) control.value = value
    control.defaultValue = value
  } else if (control instanceof HTMLInputElement) {
    control.checked = value
    control.defaultChecked = value
  }
}

/** Where the other writes, the text stands for reading. */
function renewRead(form: HTMLFormElement, fields: Fields): boolean {
  let isNew = false
  for (const place of form.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = fields[place.dataset.text ?? '']
    if (typeof text !== 'string' || place.textContent === text) continue
    place.textContent = text
    isNew = true
  }
  return isNew
}
