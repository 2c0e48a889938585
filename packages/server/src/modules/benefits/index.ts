export { answersOf, type DueMonth, type DuePerson, type DueRight, dueOf, type Span } from './due.ts';
export { type RollPerson, rollPerson } from './facts.ts';
export { findOnRoll, type RollPlace, readRoll } from './roll.ts';
