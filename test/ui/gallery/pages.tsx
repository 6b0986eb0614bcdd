// The pictures of the look, rebuilt from the parts. The test walks them; bin/gallery.ts shows them.
import type { VNode } from 'preact'
import { close, closed } from './close.tsx'
import { drawings } from './drawings.tsx'
import { form } from './form.tsx'
import { hostYear } from './host-year.tsx'
import { invitation } from './invitation.tsx'
import { myPage } from './my-page.tsx'
import { relations } from './relations.tsx'
import { room } from './room.tsx'
import { share, shared } from './share.tsx'
import { states } from './states.tsx'

export const gallery: Record<string, VNode> = {
  '01-invitation': invitation,
  '02-min-side': myPage,
  '03-relationer': relations,
  '05-se-og-del': share,
  '05-delt': shared,
  '06-luk-samtalen': close,
  '06-lukket': closed,
  '08-mine-samtaler': hostYear,
  '09-samtalerummet': room,
  '13-tegninger': drawings,
  '14-tilstande': states,
  'form-med-fejl': form,
}
