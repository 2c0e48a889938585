/** Lists of other offices that the roll is held against. */
export const ROSTER_KINDS = ['火化', '户籍注销', '服刑', '低保特困', '养老金'] as const;
export type RosterKind = (typeof ROSTER_KINDS)[number];

/** What a hit in a list may lead to on the D panel; null where nothing stops by it. */
export const EVENT_OF: Readonly<Record<RosterKind, 'death' | 'sentence' | 'stop' | null>> = {
  火化: 'death',
  户籍注销: 'death',
  服刑: 'sentence',
  低保特困: null,
  养老金: 'stop',
};

/** Lists that name deaths: each tells of a period, so all of them count. Of the others only the newest does. */
export const DEATH_KINDS: readonly RosterKind[] = ['火化', '户籍注销'];

/** The right that the law does not give beside a retirement pension or the pension of employees (民发〔2011〕110号). */
export const EXCLUDED_BY_PENSION = '农村籍退役士兵';
