export const say = (line = '') => console.log(line)
export const round = (number: number) => Math.round(number).toLocaleString('da-DK')
