import type { Language } from '../words/words.ts'

export type Row = { term: string; text: string }
export type Section = { title: string; rows: readonly Row[] }
export type Chapter = { title: string; sections: readonly Section[] }

type Props = {
  language: Language
  title: string
  made: string
  nothing: string
  chapters: readonly Chapter[]
}

/** The file: one page that needs nothing from anywhere, to be read, printed or searched where it lies. */
export function OwnDataFile({ language, title, made, nothing, chapters }: Props) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{look}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>{made}</p>
        {chapters.map((chapter, at) => (
          <section key={at}>
            <h2>{chapter.title}</h2>
            {chapter.sections.length === 0 && <p>{nothing}</p>}
            {chapter.sections.map(part => (
              <section key={part.title}>
                {part.title !== chapter.title && <h3>{part.title}</h3>}
                <dl>
                  {part.rows.map(({ term, text }, place) => (
                    <div key={place}>
                      <dt>{term}</dt>
                      <dd>{text}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </section>
        ))}
      </body>
    </html>
  )
}

const look = `
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.55 system-ui, sans-serif;
  color: #1d2b2a; background: #fbf8f3; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { margin-top: 3rem; border-top: 1px solid #75807e; padding-top: 1.5rem; }
h3 { margin-top: 2rem; } dl div { margin: 0 0 1rem; } dt { color: #53605e; } dd { margin: 0; white-space: pre-wrap; }
`
