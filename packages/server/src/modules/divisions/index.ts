export { type Division, listAll as listDivisions, listTownships as townshipsUnder } from './queries.ts';
export { covers, divisionPrefix, type Level, levelOfCode, normaliseDivisionCode } from './rules.ts';
export { villageSearch } from './search.ts';
export {
  divisionNameOn,
  divisionPath,
  ensurePlace,
  ensureTownship,
  findDivision,
  getDivision,
  getDivisionById,
  renameTo,
  type TownshipFacts,
} from './service.ts';
export * from './sheets.ts';
export { type DivisionYear, findDivisionYear, listDivisionYears, saveDivisionYear } from './year.ts';
