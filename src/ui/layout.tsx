import type { ComponentChildren } from 'preact'
import { asset } from './assets.ts'

type PageProps = {
  lang: 'da' | 'en'
  /** The tab's title. On pages with a person's text it is neutral: "Forberedelse", no name. */
  title: string
  /** "Gå til indhold" */
  skip: string
  header?: ComponentChildren
  foot?: ComponentChildren
  /** The calm line of an installation on trial (walls.md §4), or of a demo. */
  notice?: ComponentChildren
  /** A stylesheet beside the product's own: "demo.css". */
  sheet?: string | undefined
  /** The page's own script, as built from src/browser: "preparation.js". The page works without it. */
  script?: string | undefined
  /** `reading` holds lines to 720; `wide` gives tables and the room 1120; `whole` is as wide as the window. */
  width?: 'reading' | 'wide' | 'whole' | undefined
  /** The page's main part. It begins with the h1. */
  children: ComponentChildren
}

/** A whole document. Render it with `renderPage`, which adds the doctype. */
export function Page({
  lang,
  title,
  skip,
  header,
  foot,
  notice,
  sheet,
  script,
  width = 'reading',
  children,
}: PageProps) {
  return (
    <html lang={lang}>
      <Head title={title} sheet={sheet} script={script} />
      <body>
        <a class="skip" href="#main">
          {skip}
        </a>
        {notice && <p class="trial">{notice}</p>}
        {header}
        <main id="main" class={width} tabIndex={-1}>
          {children}
        </main>
        {foot && <footer class="foot">{foot}</footer>}
      </body>
    </html>
  )
}

function Head({ title, sheet, script }: Pick<PageProps, 'title' | 'sheet' | 'script'>) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light" />
      <meta name="theme-color" content="#fbf8f3" />
      {/* First: nothing is painted before it, and the letters it is painted with may come after. */}
      <link rel="stylesheet" href={asset('medspil.css')} />
      <link rel="preload" href={asset('sans.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="preload" href={asset('serif.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      {sheet && <link rel="stylesheet" href={asset(sheet)} />}
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      {script && <script type="module" src={asset(script)} />}
    </head>
  )
}
