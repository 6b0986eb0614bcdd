// Typst writes a file by one standard at a time. The paper is drawn as PDF/A-2a; once Typst has judged that the same
// page meets PDF/UA-1 too, the mark of that is set here, with the description that PDF/A asks for of any property it
// does not know itself.
import { PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'

const namespace = 'http://www.aiim.org/pdfua/ns/id/'

const schema = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('')

const insertions: [before: string, insert: string][] = [
  [' xmlns:pdfaid=', ` xmlns:pdfuaid="${namespace}" `],
  ['</rdf:Bag></pdfaExtension:schemas>', schema],
  ['<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part>'],
]

/**
 * Sets the PDF/UA-1 mark on a PDF/A drawn by Typst, and has viewers show the title instead of a file name. The
 * metadata stays an uncompressed stream. Throws when the file is not built as expected.
 */
export async function markAccessible(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { catalog, context } = document
  const place = catalog.get(PDFName.of('Metadata'))
  const metadata = context.lookup(place)
  if (!(place instanceof PDFRef && metadata instanceof PDFRawStream))
    throw new Error('the paper has no metadata')
  const xmp = insertions.reduce(insertBefore, Buffer.from(metadata.contents).toString('utf8'))
  context.assign(place, PDFRawStream.of(metadata.dict, Buffer.from(xmp, 'utf8')))
  catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).set(PDFName.of('DisplayDocTitle'), PDFBool.True)
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

function insertBefore(xmp: string, [before, insert]: [string, string]): string {
  const at = xmp.indexOf(before)
  if (at < 0) throw new Error(`the metadata lacks ${before}`)
  return xmp.slice(0, at) + insert + xmp.slice(at)
}
