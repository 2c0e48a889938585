/** How one ledger is shown: which columns, where it lives, what stands in its foot. */
export interface Ledger {
  readonly kind: string;
  /** Path of its list; a record opens at `<path>/r/<id>` of its own room. */
  readonly path: string;
  readonly label: string;
  /** Columns of the list, at most eight; the rest stands in the record's panel. */
  readonly fields: readonly string[];
  /** What the row is about. */
  readonly strong: string;
  /** Rows have a day of their own: the list then shows the chosen year first. */
  readonly dated: boolean;
  /** Said when there is nothing yet. */
  readonly empty: string;
  /** Whether a row may be entered here; history of payments only comes by import. */
  readonly enters: boolean;
  /** False where papers prove nothing: places. */
  readonly proof?: boolean;
  /** By what its rows may be put together: «按村». */
  readonly groups?: readonly Grouping[];
  /** A field whose filling ends a row: 办结, 撤除, 离任. */
  readonly ends?: Ending;
}

export interface Grouping {
  readonly field: string;
  readonly label: string;
  /** Counts that may be added up within one such group, because their unit is one; amounts always may. */
  readonly sums?: readonly string[];
}

export interface Ending {
  readonly field: string;
  readonly label: string;
  /** Words for rows where it is empty, and where it is written. */
  readonly open: string;
  readonly ended: string;
  /** A field that must be written for the question to arise: a meeting without 议定事项 has nothing to carry out. */
  readonly asks?: string;
}

export interface Room {
  /** Its menu item. */
  readonly menu: string;
  readonly ledgers: readonly Ledger[];
  /** Pages of other features that stand before the ledgers among the room's tabs. */
  readonly before?: readonly RoomPage[];
  /** Those that stand after them. */
  readonly pages?: readonly RoomPage[];
}

export interface RoomPage {
  readonly path: string;
  readonly label: string;
}

const usual = { dated: true, enters: true } as const;

/** A group's rows share one unit of the count where the group is one type. */
const byType = (field: string, ...sums: readonly string[]): Grouping => ({ field, label: '按类', sums });

export const ROOMS: readonly Room[] = [
  {
    menu: '/pay',
    before: [
      { path: '/pay', label: '批次' },
      { path: '/pay/awards', label: '其他发放' },
    ],
    ledgers: [
      {
        ...{
          kind: 'paidLine',
          path: '/pay/history',
          label: '发放记录',
          strong: 'name',
          dated: true,
          enters: false,
        },
        fields: ['paid_on', 'name', 'identity', 'item', 'from_month', 'to_month', 'amount_fen', 'voucher_no'],
        groups: [
          { field: 'item', label: '按项目' },
          { field: 'paid_on', label: '按发放日' },
        ],
        empty: '还没有发放记录。旧的发放表可直接导入。',
      },
      {
        ...{
          kind: 'conscriptAllowance',
          path: '/pay/conscripts',
          label: '义务兵优待金',
          strong: 'soldier_name',
        },
        ...{ dated: true, enters: false },
        fields: [
          'paid_on',
          'soldier_name',
          'enlisted_on',
          'payee_name',
          'payee_identity',
          'amount_fen',
          'benefit_year',
        ],
        empty: '还没有优待金记录。旧的优待金表可直接导入。',
      },
    ],
    pages: [
      { path: '/pay/standards', label: '标准' },
      { path: '/pay/check', label: '自查' },
      { path: '/pay/claims', label: '追回' },
      { path: '/pay/funds', label: '到账资金' },
      { path: '/pay/accounts', label: '账号' },
      { path: '/pay/periods', label: '结账' },
    ],
  },
  {
    menu: '/care',
    ledgers: [
      {
        ...{ ...usual, kind: 'visit', path: '/care', label: '走访慰问', strong: 'name' },
        fields: ['visited_on', 'name', 'category', 'mode', 'festival', 'gift_fen', 'situation', 'signed'],
        groups: [
          { field: 'category', label: '按对象类别' },
          { field: 'mode', label: '按方式' },
          { field: 'festival', label: '按节日' },
        ],
        empty: '还没有走访记录。按 N 记一次，或导入老台账。',
      },
      {
        ...{ ...usual, kind: 'aidCase', path: '/care/cases', label: '困难帮扶', strong: 'name' },
        fields: ['opened_on', 'name', 'appeal', 'measure', 'amount_fen', 'closed_on', 'result'],
        ends: { field: 'closed_on', label: '办结', open: '没办结', ended: '已办结' },
        empty: '还没有困难帮扶。按 N 登记一件，或导入老台账。',
      },
      {
        ...{ ...usual, kind: 'benefitRecord', path: '/care/benefits', label: '待遇落实', strong: 'name' },
        fields: [
          'carried_on',
          'benefit_type',
          'name',
          'head_count',
          'household_count',
          'amount_fen',
          'explanation',
        ],
        groups: [byType('benefit_type', 'head_count', 'household_count')],
        empty: '还没有待遇落实的记录。按 N 录一行，或导入老台账。',
      },
    ],
  },
  {
    menu: '/ledger',
    ledgers: [
      {
        ...{ ...usual, kind: 'meeting', path: '/ledger', label: '会议', strong: 'topic' },
        fields: [
          'held_on',
          'meeting_type',
          'topic',
          'invited',
          'attended',
          'resolution',
          'due_on',
          'done_on',
        ],
        groups: [byType('meeting_type')],
        ends: { field: 'done_on', label: '落实', open: '没落实', ended: '已落实', asks: 'resolution' },
        empty: '还没有会议。开完会录一行就行；旧台账可直接导入。',
      },
      {
        ...{
          kind: 'groupMember',
          path: '/ledger/group',
          label: '领导小组',
          strong: 'name',
          dated: false,
          enters: true,
        },
        fields: ['name', 'post', 'group_post', 'joined_on', 'left_on', 'document_no'],
        ends: { field: 'left_on', label: '任职', open: '在任', ended: '已离任' },
        empty: '还没有领导小组成员。按 N 录一人，或导入老台账。',
      },
      {
        ...{ ...usual, kind: 'fundEntry', path: '/ledger/funds', label: '经费', strong: 'purpose' },
        fields: ['entered_on', 'entry_type', 'purpose', 'amount_fen', 'voucher_no'],
        groups: [{ field: 'entry_type', label: '按类' }],
        empty: '还没有经费记录。按 N 录一笔，或导入老台账。',
      },
      {
        ...{
          ...usual,
          kind: 'publicity',
          path: '/ledger/publicity',
          label: '宣传阵地',
          strong: 'publicity_type',
        },
        fields: [
          'placed_on',
          'publicity_type',
          'village_id',
          'place',
          'quantity',
          'measure',
          'content',
          'removed_on',
        ],
        groups: [{ field: 'village_id', label: '按村' }, byType('publicity_type', 'quantity')],
        ends: { field: 'removed_on', label: '撤除', open: '还在的', ended: '已撤的' },
        empty: '还没有宣传记录。按 N 录一处，或导入老台账。',
      },
      {
        ...{ ...usual, kind: 'activity', path: '/ledger/activities', label: '活动', strong: 'title' },
        fields: ['held_on', 'activity_type', 'title', 'place', 'audience', 'attendance', 'is_estimate'],
        groups: [byType('activity_type', 'attendance')],
        empty: '还没有活动。办完录一行，挂上签到表和照片；旧台账可直接导入。',
      },
      {
        ...{
          kind: 'village',
          path: '/ledger/villages',
          label: '村(社区)',
          strong: 'name',
          dated: false,
          enters: true,
          proof: false,
        },
        fields: ['name', 'code'],
        empty: '还没有村(社区)。导入「村(社区)」表，或按 N 录入。',
      },
    ],
  },
];

export const LEDGERS: readonly Ledger[] = ROOMS.flatMap((room) => room.ledgers);

/** Where one record of a ledger opens, in the router's form. */
export function recordRoute(ledger: Ledger): string {
  return `${ledger.path}/r/${ledger.kind}/$id`;
}

/** The ledger whose list or record stands at a path. */
export function ledgerAt(path: string): Ledger | undefined {
  const kind = /\/r\/(\w+)\/[^/]+$/.exec(path)?.[1];
  return LEDGERS.find((ledger) => (kind === undefined ? ledger.path === path : ledger.kind === kind));
}

export function roomOf(ledger: Ledger): Room {
  return ROOMS.find((room) => room.ledgers.includes(ledger)) ?? { menu: ledger.path, ledgers: [ledger] };
}

/** The tabs above every page of a room: its ledgers, then what other features add. */
export function roomTabs({
  before = [],
  ledgers,
  pages = [],
}: Room): readonly { key: string; label: string; to: string }[] {
  return [...before, ...ledgers, ...pages].map(({ path, label }) => ({ key: path, label, to: path }));
}

/** The tabs of the room that a page of another feature stands in. */
export function tabsBeside(path: string): ReturnType<typeof roomTabs> {
  const room = ROOMS.find(({ before = [], pages = [] }) =>
    [...before, ...pages].some((page) => page.path === path),
  );
  return room ? roomTabs(room) : [];
}
