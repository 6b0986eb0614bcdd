import { closing } from '../../words/closing.ts'
import { pinDoor } from '../../words/slips.ts'
import type { Me, PageContext } from '../context.ts'

/** Why a form that asks for a fresh code goes no further; without a word, because there was none. */
export function sayCodeFault(c: PageContext, me: Me, why: 'wrong' | 'old' | 'gone' | undefined): string {
  const { language } = c.var
  const [pin, code] = [pinDoor[language], closing[language].answer]
  if (me.textsFrom) return why === 'wrong' ? pin.pinWrong : why === 'old' ? pin.wait : pin.again
  return why === 'wrong' ? code.codeWrong : why === 'old' ? code.codeOld : code.codeNeeded
}
