import { said } from '../talk/talking.ts'
import { writtenRelations } from '../world/thread.ts'
import type { Given } from './look.ts'

/** Whom the pages name, and what people wrote on them: these are in no language of ours. */
export const given: Given = {
  names: ['Anders Kjær', 'Lone Bach Holm', 'Karim Aydin', 'Birthe Sand', 'Anders', 'Lone', 'Karim', 'Birthe'],
  texts: [
    ...Object.values({ ...said, ...writtenRelations }).filter(text => text.length > 3),
    ...['Lyngsø', 'Kløvervangen', 'Engvejen', 'Ringkøbing-Skjern', 'Rådhuset'],
  ],
}

// The house without numbers and signatures: its people, and what they write.
export const newMail = 'sara.lund.eskildsen@boernehuset-solstraalen.example'
const titles = ['Pædagog', 'Institutionsleder', 'Souschef', 'MUS, LUS og GRUS']
export const houseTexts = {
  often: 'I garderoben kl. 8 er der for mange på én gang',
  later: 'At lære mere om sprog hos de helt små',
  theme: 'Vikardækningsmedarbejderkoordineringsmøder',
  hope: 'At vi bliver enige om én ting',
  line: 'Vi taler sammen hver torsdag',
  what: 'Sprog i garderoben',
  goal: 'Børnene bliver hørt, også når der er travlt',
  proposal: 'Sara tager ansvaret for legepladsen',
  paper: 'Kvalitetsrapport for alle institutioner i kommunen',
}
export const houseGiven: Given = {
  names: [
    ...['Mette Holm Dahl', 'Sara Lund Eskildsen', 'Grethe Lindqvist', 'Jonas Brink', 'Amal Haddad'],
    ...['Else Nør', 'Bo Nyholm', 'Mette', 'Sara', 'Grethe', 'Jonas', 'Amal', 'Else'],
  ],
  texts: [
    ...Object.values(houseTexts),
    'Børnehuset Solstrålen',
    'Solstrålen',
    'Gentofte Børnevenner',
    'Rådhuset',
    ...titles,
  ],
}
