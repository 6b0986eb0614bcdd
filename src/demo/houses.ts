// The demo's two organisations. Everybody in them is invented; their people stand in the files in demo/.

export const houses = {
  maelkevejen: {
    name: 'Børnehuset Mælkevejen',
    file: 'gentofte-boernevenner.csv',
    concept: 'gentofte-boernevenner-2016',
    conceptName: 'Gentofte Børnevenner 2016',
    administrator: { name: 'Karen Lykke Thorsager', address: 'karen.thorsager@maelkevejen.example' },
  },
  lyngsoe: {
    name: 'Lyngsø Kommune',
    file: 'ringkoebing-skjern.csv',
    concept: 'ringkoebing-skjern-lus-2019',
    conceptName: 'Ringkøbing-Skjern 2019',
    administrator: { name: 'Hanne Skovgaard Toft', address: 'hanne.toft@lyngsoe.example' },
  },
} as const
export type HouseName = keyof typeof houses
