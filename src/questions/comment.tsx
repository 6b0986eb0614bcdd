import { Asked } from './asked.tsx'
import type { Faces } from './faces.ts'
import { noScore, parseAnswer } from './fields.ts'

/** S3-25: words alone. A score sent along with it is not taken in. */
export const comment: Faces = {
  settings: { name: { da: 'Kommentar', en: 'Comment' }, scored: false },
  parse: (id, fields) => parseAnswer(id, fields, noScore),
  input: props => <Asked {...props} />,
  read: ({ keywords }) => ({ score: '', keywords }),
  print: ({ keywords }) => ({ score: '', keywords }),
}
