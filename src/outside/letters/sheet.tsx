/**
 * The paper a letter is printed on. Mail programs know little: tables hold the width (Outlook), colours
 * stand on each element (Gmail drops style sheets in forwarded mail), and nothing is fetched. The style
 * sheet only turns the paper dark and gives the phone its margins back.
 */
import type { ComponentChildren } from 'preact'
import type { Draft, Line, Part } from './draft.ts'

const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif"
const SANS = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
const INK = '#1D2B2A'
const MUTED = '#53605E'
const FJORD = '#1B5E5A'
const LINK = '#1A4F8B'
const HAIRLINE = '#E0D8CB'

const STYLES = `
@media (max-width: 480px) {
  .side { padding-left: 20px !important; padding-right: 20px !important }
  .wide { width: 100% !important }
  .sheet { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important }
}
@media (prefers-color-scheme: dark) {
  .paper { background: #172120 !important }
  .sheet { background: #1F2B2A !important }
  .sheet, .list { border-color: #3A4745 !important }
  .ink { color: #EEE9DF !important }
  .muted { color: #B6BFBC !important }
  .link { color: #9CC4EE !important }
  .button { background: #8CC7BF !important }
  .button a { color: #12201F !important }
}`

export function Sheet({ language, subject, greeting, parts, foot }: Draft & { foot: string }) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body class="paper" style="margin: 0; padding: 0; background: #FBF8F3">
        <Table class="paper" lang={language} style="width: 100%; background: #FBF8F3">
          <td align="center" style="padding: 24px 0">
            <Table
              class="sheet"
              width="600"
              style={`width: 100%; max-width: 600px; background: #FFFFFF; ${EDGE}`}
            >
              <td class="side ink" style={`padding: 32px 40px 36px; font: 18px/28px ${SANS}; color: ${INK}`}>
                <h1 style={`margin: 0; font: 600 30px/36px ${SERIF}`}>{greeting}</h1>
                {parts.map(part => (
                  <PartOfLetter part={part} />
                ))}
              </td>
            </Table>
            <Table width="600" style="width: 100%; max-width: 600px">
              <td class="side muted" style={`padding: 16px 40px 0; font: 16px/24px ${SANS}; color: ${MUTED}`}>
                {foot}
              </td>
            </Table>
          </td>
        </Table>
      </body>
    </html>
  )
}

const EDGE = `border: 1px solid ${HAIRLINE}; border-radius: 10px`
const PARAGRAPH = 'margin: 20px 0 0'

function PartOfLetter({ part }: { part: Part }) {
  if ('lead' in part) return <Words line={part.lead} style={`${PARAGRAPH}; font: 600 21px/30px ${SERIF}`} />
  if ('say' in part) return <Words line={part.say} style={PARAGRAPH} />
  if ('list' in part) return <List lines={part.list} />
  if ('facts' in part) return <Facts facts={part.facts} />
  if ('code' in part) return <Code code={part.code} />
  if ('link' in part) return <Button {...part} />
  if ('rule' in part)
    return <div class="sheet" style={`margin: 32px 0 0; border-top: 1px solid ${HAIRLINE}`} />
  return (
    <div style="margin: 28px 0 0">
      <Words line={part.closing} style="margin: 0" />
      <p style={`margin: 4px 0 0; font: 600 26px/32px ${SERIF}`}>{part.name}</p>
      <Words line={part.title} class="muted" style={`margin: 0; font: 16px/24px ${SANS}; color: ${MUTED}`} />
    </div>
  )
}

function Words({ line, ...rest }: { line: Line; style: string; class?: string }) {
  return (
    <p lang={line.lang} {...rest}>
      {line.text}
    </p>
  )
}

function List({ lines }: { lines: readonly Line[] }) {
  return (
    <ul
      class="list"
      style={`list-style: none; margin: 12px 0 0; padding: 0 0 0 16px; border-left: 2px solid ${HAIRLINE}`}
    >
      {lines.map(({ text, lang }) => (
        <li lang={lang} style="margin: 0; padding: 2px 0">
          {text}
        </li>
      ))}
    </ul>
  )
}

function Facts({ facts }: { facts: readonly { readonly head: string; readonly text: string }[] }) {
  return (
    <div style="margin: 12px 0 0">
      {facts.map(({ head, text }) => (
        <p style="margin: 8px 0 0">
          <span class="muted" style={`font: 16px/24px ${SANS}; color: ${MUTED}`}>
            {head}
          </span>
          <br />
          <strong style="font-weight: 600">{text}</strong>
        </p>
      ))}
    </div>
  )
}

function Code({ code }: { code: string }) {
  return <p style={`margin: 24px 0 0; font: 600 38px/44px ${SERIF}; letter-spacing: 4px`}>{code}</p>
}

/** Outlook paints the cell, the others the link within it; the address stands below for those who see neither. */
function Button({ link, to }: { link: string; to: string }) {
  return (
    <>
      <Table class="wide" style="margin: 28px 0 0">
        <td
          class="button"
          align="center"
          style={`border-radius: 12px; background-color: ${FJORD}; font: 600 18px/24px ${SANS}`}
        >
          <a href={to} style="display: block; padding: 14px 28px; color: #FFFFFF; text-decoration: none">
            {link}
          </a>
        </td>
      </Table>
      <p class="muted" style={`margin: 12px 0 0; font: 16px/24px ${SANS}; word-break: break-all`}>
        <a class="link" href={to} style={`color: ${LINK}`}>
          {to}
        </a>
      </p>
    </>
  )
}

function Table({ children, ...rest }: TableProps) {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" {...rest}>
      <tr>{children}</tr>
    </table>
  )
}

type TableProps = {
  children: ComponentChildren
  class?: string
  style: string
  width?: string
  lang?: string
}
