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
}

export interface Room {
  /** Its menu item. */
  readonly menu: string;
  readonly ledgers: readonly Ledger[];
}

const usual = { dated: true, enters: true } as const;

export const ROOMS: readonly Room[] = [
  {
    menu: '/pay',
    ledgers: [
      {
        ...{ kind: 'paidLine', path: '/pay', label: '发放记录', strong: 'name', dated: true, enters: false },
        fields: ['paid_on', 'name', 'identity', 'item', 'from_month', 'to_month', 'amount_fen', 'voucher_no'],
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
  },
  {
    menu: '/care',
    ledgers: [
      {
        ...{ ...usual, kind: 'visit', path: '/care', label: '走访慰问', strong: 'name' },
        fields: ['visited_on', 'name', 'category', 'mode', 'festival', 'gift_fen', 'situation', 'signed'],
        empty: '还没有走访记录。按 N 记一次，或导入老台账。',
      },
      {
        ...{ ...usual, kind: 'aidCase', path: '/care/cases', label: '困难帮扶', strong: 'name' },
        fields: ['opened_on', 'name', 'appeal', 'measure', 'amount_fen', 'closed_on', 'result'],
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
        empty: '还没有领导小组成员。按 N 录一人，或导入老台账。',
      },
      {
        ...{ ...usual, kind: 'fundEntry', path: '/ledger/funds', label: '经费', strong: 'purpose' },
        fields: ['entered_on', 'entry_type', 'purpose', 'amount_fen', 'voucher_no'],
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
        empty: '还没有宣传记录。按 N 录一处，或导入老台账。',
      },
      {
        ...{ ...usual, kind: 'activity', path: '/ledger/activities', label: '活动', strong: 'title' },
        fields: ['held_on', 'activity_type', 'title', 'place', 'audience', 'attendance', 'is_estimate'],
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
        },
        fields: ['name', 'code'],
        empty: '还没有村(社区)。导入「村(社区)」表，或按 N 录入。',
      },
    ],
  },
  {
    menu: '/archive',
    ledgers: [
      {
        ...{ ...usual, kind: 'paper', path: '/archive', label: '档案目录', strong: 'title' },
        fields: ['signed_on', 'title', 'document_no', 'paper_class', 'retention', 'pages', 'original_at'],
        empty: '还没有档案。挂在记录上的材料都会到这里；旧目录可直接导入。',
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
