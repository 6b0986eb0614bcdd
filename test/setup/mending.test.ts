import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type House, openHouse } from '../world/house.ts'
import { wordsOf } from '../world/visitor.ts'
import {
  carried,
  countRows,
  emptyHouse,
  example,
  filled,
  head,
  make,
  nothing,
  openedDoor,
  sendFile,
  unescaped,
} from './door.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => emptyHouse(house))

describe('what is wrong is said where it is, and nothing typed is lost', () => {
  const faulty = `${head}\n1;Anders;nix;Børn;;Chef;ingen\n2;Lone;l@l.example;Børn;;Leder;9\n`

  test('faults of the file by row and column, in Danish and in English', async () => {
    const visitor = await openedDoor(house)
    const file = { name: 'a.csv', bytes: new TextEncoder().encode(faulty) }
    const danish = await sendFile(visitor, urls.setupPreview(), filled, file)
    expect(danish.status).toBe(422)
    expect(wordsOf(danish)).toContain('Der er 2 fejl i filen. Se dem nedenfor.')
    expect(wordsOf(danish)).toContain(
      'Række 2 Anders mail »nix« Det er ikke en mailadresse. Skriv for eksempel lone@eksempel.dk',
    )
    expect(wordsOf(danish)).toContain('Række 3 Lone leder »9« Lederen står ikke i filen.')
    expect(danish.html).toContain('href="#file-faults"')
    expect(danish.html).toContain('id="file-faults"')
    expect(danish.html).toContain('value="Lyngsø Kommune"')
    expect(unescaped(danish.html)).toContain(faulty.trimEnd())
    await visitor.post(urls.language(), { language: 'en' })
    const english = await visitor.post(urls.setupPreview(), { ...filled, rows: faulty })
    expect(wordsOf(english)).toContain('Row 2 Anders mail “nix” That is not an email address.')
    expect(wordsOf(english)).toContain('Row 3 Lone leder “9” The leader is not in the file.')
    expect(await countRows(house)).toEqual(nothing)
  })

  test('the form that makes is judged anew: a fault slipped in on the way is stopped', async () => {
    const visitor = await openedDoor(house)
    const answer = await make(visitor, faulty)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain('Der er 2 fejl i filen')
    expect(await countRows(house)).toEqual(nothing)
  })

  test('empty fields, each by its own name', async () => {
    const visitor = await openedDoor(house)
    const answer = await visitor.post(urls.setupPreview(), { language: 'da', rows: '' })
    expect(answer.status).toBe(422)
    for (const field of ['name', 'concept', 'your-name', 'address', 'file']) {
      expect(answer.html).toContain(`href="#${field}"`)
      expect(answer.html).toMatch(new RegExp(`id="${field}(-group)?-error"`))
    }
  })

  test('a file with civil registration numbers is refused whole, and they are shown nowhere', async () => {
    const visitor = await openedDoor(house)
    const rows = `${head};cpr-nummer\n1;Anders;a@l.example;Børn;;Chef;ingen;010190-1234\n`
    for (const text of [rows, rows.replace('cpr-nummer', 'bemærkning')]) {
      const said = house.terminal.lines.length
      const file = { name: 'a.csv', bytes: new TextEncoder().encode(text) }
      for (const answer of [
        await sendFile(visitor, urls.setupPreview(), filled, file),
        await make(visitor, text),
      ]) {
        expect(answer.status).toBe(422)
        expect(wordsOf(answer)).toContain('Det ligner CPR-numre, og dem må vi ikke få.')
        expect(answer.html).not.toContain('010190')
        expect(answer.html).toContain('value="Lyngsø Kommune"')
      }
      expect(house.terminal.lines.slice(said).join()).not.toContain('010190')
    }
    expect(await countRows(house)).toEqual(nothing)
  })

  test('what is no such file is told at its field, and one far too large is refused', async () => {
    const visitor = await openedDoor(house)
    const noText = { name: 'a.csv', bytes: Uint8Array.from([0x50, 0x00, 0x4b, 0x00, 0x81, 0x00]) }
    const broken = { name: 'a.xlsx', bytes: Uint8Array.from(Buffer.from('PK\u0003\u0004\u0000', 'latin1')) }
    const large = { name: 'a.csv', bytes: new Uint8Array(40 * 1024 * 1024 + 1) }
    for (const [file, told] of [
      [noText, 'Vi kan ikke læse den slags fil.'],
      [broken, 'Filen er i stykker. Åbn den i Excel'],
      [large, 'Filen er over 40 MB.'],
    ] as const) {
      const answer = await sendFile(visitor, urls.setupPreview(), filled, file)
      expect([answer.status, wordsOf(answer)]).toEqual([422, expect.stringContaining(told)])
      expect(answer.html).toContain('href="#file"')
      expect(answer.html).toContain('value="Lyngsø Kommune"')
    }
    const headers = {
      'sec-fetch-site': 'same-origin',
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': `${50 * 1024 * 1024}`,
    }
    const huge = await visitor.send(urls.setupPreview(), { method: 'POST', body: '--x--', headers })
    expect(huge.status).toBe(413)
  })

  test('another language keeps the choice and the file: on the form, on its faults and on the look-through', async () => {
    const visitor = await openedDoor(house)
    const file = { name: 'a.csv', bytes: new TextEncoder().encode(example) }
    const partly = { ...filled, concept: '', shown: 'form', spoken: 'en' }
    const form = await sendFile(visitor, urls.setupPreview(), partly, file)
    expect([form.status, wordsOf(form).includes('Choose a concept.')]).toEqual([200, false])
    expect(form.html).toContain('value="Lyngsø Kommune"')
    expect(unescaped(form.html)).toContain(example.trim())
    const faults = await sendFile(
      visitor,
      urls.setupPreview(),
      { ...partly, shown: 'faults', spoken: 'da' },
      file,
    )
    expect([faults.status, wordsOf(faults).includes('Vælg et koncept.')]).toEqual([422, true])
    const whole = { ...filled, rows: example }
    const preview = await visitor.post(urls.setupPreview(), whole)
    expect(preview.html).toMatch(
      /<button[^>]*form="setup"[^>]*formaction="\/opret\/gennemsyn"[^>]*name="spoken"/i,
    )
    const english = await visitor.post(urls.setupPreview(), { ...carried(preview), spoken: 'en' })
    expect(wordsOf(english)).toContain('6 units, 24 people')
    expect(carried(english)).toEqual(whole)
    const numbers = `${example.trim()}\n9;Bo 010190-1234;;X;;Y;ingen;\n`
    const hidden = await visitor.post(urls.setupPreview(), {
      ...filled,
      rows: numbers,
      shown: 'form',
      spoken: 'da',
    })
    expect([hidden.html.includes('010190'), hidden.status]).toEqual([false, 422])
  })

  test('whoever comes back to the form finds all but the file, and is told so; the one who sets up next finds nothing', async () => {
    const visitor = await openedDoor(house)
    await visitor.post(urls.setupPreview(), { ...filled, rows: example })
    for (const path of [urls.setup(), urls.setupPreview()]) {
      const back = await visitor.get(path)
      expect(back.html).toContain('value="Lyngsø Kommune"')
      expect(back.html).toContain('value="hanne.toft@lyngsoe.example"')
      expect(wordsOf(back)).toContain('Resten står her endnu. Kun filen skal du vælge igen.')
    }
    const kept = () => visitor.cookies.has('__Host-medspil-setup-typed')
    for (const broken of ['{', '{"name":1}', 'x'.repeat(5000)]) {
      visitor.cookies.set('__Host-medspil-setup-typed', encodeURIComponent(broken))
      expect((await visitor.get(urls.setup())).status).toBe(200)
    }
    await visitor.post(urls.setupPreview(), { ...filled, name: 'å'.repeat(3000), rows: '' })
    expect(kept()).toBe(false)
    await visitor.post(urls.setupPreview(), { ...filled, rows: '' })
    expect(kept()).toBe(true)
    await make(visitor)
    expect(kept()).toBe(false)
  })

  test('markup in a file is only text', async () => {
    const visitor = await openedDoor(house)
    const name = '<script>alert(1)</script>'
    const rows = `${head};"${name}"\n1;${name};a@l.example;${name};;Chef;ingen;\n2;Bo;b@l.example;${name};;${name};1;\n`
    const preview = await visitor.post(urls.setupPreview(), { ...filled, rows })
    expect(preview.status).toBe(200)
    expect(preview.html).not.toContain('<script>alert')
    expect(wordsOf(preview)).toContain(name)
    expect(carried(preview).rows).toBe(rows)
  })

  test('what stands in a faulty cell is shown as text, and short', async () => {
    const visitor = await openedDoor(house)
    const rows = `${head}\n1;<b>Bo</b>;<img src=x onerror=alert(1)>${'x'.repeat(200)};Børn;;Chef;ingen;\n`
    const { html } = await visitor.post(urls.setupPreview(), { ...filled, rows })
    expect(html).toContain('&lt;b>Bo&lt;/b>')
    expect(html).toContain('»&lt;img src=x onerror=alert(1)>xxxxxxxxxxx…«')
    expect(html).not.toMatch(/<b>|<img/)
  })

  test('an address of another organisation here is refused, in the file and for the administrator', async () => {
    await make(await openedDoor(house))
    const visitor = await openedDoor(house)
    const rows = `${head}\n1;Ida;ida@fjordby.example;Skoler;;Chef;ingen\n2;Lone;lone.holm@lyngsoe.example;Skoler;;Leder;1\n`
    const answer = await make(visitor, rows)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain(
      'Række 3 Lone mail »lone.holm@lyngsoe.example« Mailen bruges i en anden organisation her.',
    )
    expect(wordsOf(answer)).toContain('Den mail bruges i en anden organisation her.')
    expect(await countRows(house)).toMatchObject({ organisation: 1 })
    const own = { ...filled, address: 'ida@fjordby.example' }
    await make(visitor, rows.replace('lone.holm@lyngsoe', 'lone@fjordby'), own)
    expect(await countRows(house)).toMatchObject({ organisation: 2 })
  })
})
