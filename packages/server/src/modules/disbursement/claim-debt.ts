import type { Ctx } from '../../kernel/context.ts';
import type { MayOne } from './batch-may.ts';
import { mayAny, notAllowedWords } from './batch-rules.ts';
import type { ClaimOfPerson, ClaimRecovery, ClaimStep, Debtor, ListedClaim } from './claim-list.ts';
import { OWN_HAND } from './recovery.ts';

/** Where what is still open stands; the least advanced of a debtor's claims counts. */
export type DebtState = 'raised' | 'noticed' | 'planned' | 'proposed' | 'settled' | 'written_off';

/** One receipt, one write-off or one set-off, over all claims it reached. */
export interface DebtRecovery extends Omit<ClaimRecovery, 'id' | 'byId'> {
  readonly ids: readonly string[];
}

export type DebtStep = Omit<ClaimStep, 'byId'>;

/** Everything that is claimed back from one person. */
export interface Debt {
  readonly person: Omit<Debtor, 'divisionCode'>;
  readonly fen: number;
  readonly openFen: number;
  readonly state: DebtState;
  readonly claims: readonly Omit<ListedClaim, 'steps' | 'recoveries'>[];
  readonly steps: readonly DebtStep[];
  readonly recoveries: readonly DebtRecovery[];
  readonly may: {
    readonly act: MayOne;
    readonly writeOff: MayOne;
    /** Entering what was signed on paper: only in an office of one person. */
    readonly paper: MayOne;
    readonly undoCash: MayOne;
    readonly undoWriteOff: MayOne;
  };
}

const ORDER: readonly DebtState[] = ['raised', 'noticed', 'planned', 'proposed'];

function stateOf({ openFen, steps, recoveries }: ListedClaim): DebtState {
  if (openFen === 0)
    return recoveries.some(({ kind, isUndone }) => kind === 'write_off' && !isUndone)
      ? 'written_off'
      : 'settled';
  const last = steps.at(-1)?.step;
  if (last === undefined) return 'raised';
  return ({ notice: 'noticed', plan: 'planned', proposal: 'proposed' } as const)[last];
}

function stateOfAll(claims: readonly ListedClaim[]): DebtState {
  const open = claims.filter(({ openFen }) => openFen > 0).map(stateOf);
  const first = ORDER.find((state) => open.includes(state));
  if (first !== undefined) return first;
  return claims.map(stateOf).includes('written_off') ? 'written_off' : 'settled';
}

/** What was done in one command is one line, whichever claims it was done to. */
function together<T>(rows: readonly T[], keyOf: (row: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

const firstOf = <T>(group: readonly T[]): T => group[0] as T;

function stepsOf(claims: readonly ListedClaim[]): readonly DebtStep[] {
  const all = claims.flatMap(({ steps }) => steps.map((step, seq) => ({ step, seq })));
  const groups = together(all, ({ step, seq }) => JSON.stringify([step, seq]));
  return groups
    .map((group) => firstOf(group))
    .sort((a, b) => (a.step.on === b.step.on ? a.seq - b.seq : a.step.on < b.step.on ? -1 : 1))
    .map(({ step: { byId: _, ...step } }) => step);
}

function recoveriesOf(claims: readonly ListedClaim[]): readonly DebtRecovery[] {
  const all = claims.flatMap(({ recoveries }) => recoveries);
  const groups = together(all, ({ id: _, fen: __, ...same }) => JSON.stringify(same));
  return groups.map((group) => {
    const { id: _, byId: __, fen: ___, ...same } = firstOf(group);
    return { ...same, ids: group.map(({ id }) => id), fen: group.reduce((sum, { fen }) => sum + fen, 0) };
  });
}

const yes: MayOne = { ok: true, why: null };

function mayOf(ctx: Ctx, person: Debtor, claims: readonly ListedClaim[]): Debt['may'] {
  const one = (...anyOf: readonly ('pay.make' | 'pay.approve')[]): MayOne =>
    mayAny(ctx, person, anyOf) ? yes : { ok: false, why: notAllowedWords(anyOf) };
  const [act, decide] = [one('pay.make'), one('pay.approve')];
  const paper = person.isOnePerson ? one('pay.make', 'pay.approve') : { ok: false, why: null };
  const isOwn = claims
    .filter(({ openFen }) => openFen > 0)
    .some(
      ({ steps, recoveries }) =>
        steps.some(({ byId }) => byId === ctx.actor.id) ||
        recoveries.some(({ byId, kind }) => byId === ctx.actor.id && (kind === 'cash' || kind === 'offset')),
    );
  const writeOff = decide.ok && isOwn ? { ok: false, why: OWN_HAND } : decide;
  return { act, writeOff, paper, undoCash: act, undoWriteOff: paper.ok ? paper : decide };
}

/** Claims put together by whom they are against, in their order, with what the caller may do about each. */
export function debtsOf(ctx: Ctx, claims: readonly ClaimOfPerson[]): readonly Debt[] {
  return together(claims, ({ person }) => `${person.id} ${person.divisionCode}`).map((group) => {
    const { divisionCode: _, ...person } = firstOf(group).person;
    const sum = (of: (claim: ListedClaim) => number) => group.reduce((total, one) => total + of(one), 0);
    return {
      ...{ person, fen: sum(({ fen }) => fen), openFen: sum(({ openFen }) => openFen) },
      state: stateOfAll(group),
      claims: group.map(({ person: _, steps: __, recoveries: ___, ...claim }) => claim),
      ...{ steps: stepsOf(group), recoveries: recoveriesOf(group) },
      may: mayOf(ctx, firstOf(group).person, group),
    };
  });
}
