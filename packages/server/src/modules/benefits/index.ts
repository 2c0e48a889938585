export { type AccrueAsked, type Accrued, type AccruePlace, accrue } from './accrue.ts';
export { type Coming, comingOf } from './coming.ts';
export { CONSCRIPT_CATEGORY, findConscripts, readConscripts } from './conscripts.ts';
export { answersOf, type DueMonth, type DuePerson, type DueRight, dueOf, dueText, type Span } from './due.ts';
export { type Effect, effectOf, everybody } from './effect.ts';
export { type RollPerson, rollPerson } from './facts.ts';
export { missingName } from './missing.ts';
export { findOnRoll, type RollPlace, readRoll } from './roll.ts';
export { benefitRoutes } from './routes.ts';
