import { idSchema, listOf, monthSchema, z } from '../../platform/http/index.ts';
import { CHANGE_GROUPS } from './batch-changes.ts';
import { BATCH_STATES, PAID_KINDS } from './batch-words.ts';

const fen = z.number();
const stateSchema = z.enum(BATCH_STATES);
const personSchema = z.object({ id: z.string(), name: z.string() });
const reason = z.string().trim().min(2, '请写理由').max(500);
export const HASH = z.string().regex(/^[0-9a-f]{64}$/, '散列不对，请刷新后再办');

/** What a caller may do with a batch now; where he may not, why in words. */
const mayOne = z.object({ ok: z.boolean(), why: z.string().nullable() });
export const maySchema = z.object({
  submit: mayOne,
  review: mayOne,
  approve: mayOne,
  sendBack: mayOne,
  cancel: mayOne,
  recompute: mayOne,
  answer: mayOne,
  release: mayOne,
  export: mayOne,
  result: mayOne,
  reissue: mayOne,
  close: mayOne,
  /** A signed paper in place of the pass code, for the step that is next. */
  paper: mayOne,
});

/** GET /pay/lines/{id} */
export const lineAtSchema = z.object({
  id: z.string(),
  batchId: z.string(),
  number: z.string(),
  person: personSchema,
});

/** GET /pay */
export const payHomeSchema = z
  .object({
    year: z.number(),
    months: listOf(z.object({ month: z.string(), state: z.enum(['open', 'closed']) })),
    /** What to open next; null while a batch of this month is under way. */
    next: z.object({ kind: z.enum(PAID_KINDS), month: z.string() }).nullable(),
    counts: z.record(z.string(), z.number()),
    batches: listOf(
      z.object({
        id: z.string(),
        number: z.string(),
        kind: z.string(),
        /** Comes on top of the month's payment. */
        isMore: z.boolean(),
        month: z.string(),
        state: stateSchema,
        round: z.number(),
        people: z.number(),
        lines: z.number(),
        totalFen: fen,
        held: z.number(),
        heldFen: fen,
        inTransit: z.number(),
        paid: z.number(),
        returned: z.number(),
        /** What the caller is asked to do: 提交, 复核, 批准, 导出, 导入回执, 办结; null when it waits for somebody else. */
        waitsForMe: z.string().nullable(),
      }),
    ),
    /** Money returned by the bank whose debt no live payment has taken yet. */
    returnsWaiting: z.object({
      ...{ lines: z.number(), fen },
      batches: listOf(
        z.object({
          ...{ id: z.string(), number: z.string(), lines: z.number(), fen },
          /** Lines of people whose account has not been changed since. */
          noAccount: z.number(),
        }),
      ),
    }),
  })
  .openapi('PayHome');

export const openBody = z.object({
  commandKey: idSchema,
  kind: z.enum(PAID_KINDS).default('抚恤补助'),
  month: monthSchema,
});

/** What every command on a batch answers. */
export const batchAnswerSchema = z
  .object({
    batch: z.string(),
    number: z.string(),
    state: stateSchema,
    lines: z.number(),
    totalFen: fen,
    held: z.number(),
    hash: z.string(),
  })
  .openapi('BatchAnswer');

const stepSchema = z.object({
  step: stateSchema,
  round: z.number(),
  by: z.string(),
  at: z.string(),
  on: z.string(),
  method: z.enum(['pass_code', 'paper']),
  signer: z.string().nullable(),
  paperId: z.string().nullable(),
  reason: z.string().nullable(),
});

export const exceptionSchema = z.object({
  key: z.string(),
  severity: z.enum(['red', 'amber']),
  code: z.string(),
  words: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  lineId: z.string().nullable(),
  /** What to look at before answering: the photo of a card. */
  paperId: z.string().nullable(),
  /** Whether the caller is asked for the answer. */
  mayAnswer: z.boolean(),
  answer: z
    .object({ answer: z.enum(['pay', 'hold']), reason: z.string(), by: z.string(), at: z.string() })
    .nullable(),
});

/** GET /pay/batches/{id} */
export const batchSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.string(),
    month: z.string(),
    state: stateSchema,
    round: z.number(),
    steps: listOf(stepSchema),
    hash: z.string(),
    checkCode: z.string(),
    people: z.number(),
    lines: z.number(),
    totalFen: fen,
    /** The month's payment already went its way: this batch comes on top and is compared with nothing. */
    isMore: z.boolean(),
    held: z.object({ lines: z.number(), fen }),
    inTransit: z.object({ lines: z.number(), fen }),
    /** Neither held nor in a file to the bank yet: once the batch is there, lines released since. */
    unsent: z.object({ lines: z.number(), fen }),
    paid: z.object({ lines: z.number(), fen }),
    returned: z.object({ lines: z.number(), fen }),
    cancelled: z.object({ lines: z.number(), fen }),
    /** The batch of the same kind before, else the payments imported for the month before. */
    previous: z
      .object({
        source: z.enum(['batch', 'import']),
        number: z.string().nullable(),
        month: z.string(),
        people: z.number(),
        totalFen: fen,
      })
      .nullable(),
    /** Their sum is this batch's total less the previous one's. */
    differences: listOf(
      z.object({
        reason: z.enum(['提标', '新增', '停发', '补差', '扣回', '其他']),
        people: z.number(),
        fen,
      }),
    ),
    /** Claims raised when it was opened: money paid before that is not due. */
    claims: z.object({ count: z.number(), fen }),
    exceptions: listOf(exceptionSchema),
    isOnePerson: z.boolean(),
    /** Names of those who may review and approve. */
    hands: z.object({ review: listOf(z.string()), approve: listOf(z.string()) }),
    may: maySchema,
    files: listOf(
      z.object({
        id: z.string(),
        direction: z.enum(['out', 'in']),
        layout: z.string(),
        name: z.string(),
        rows: z.number(),
        totalFen: fen,
        sha256: z.string(),
        by: z.string(),
        on: z.string(),
      }),
    ),
  })
  .openapi('Batch');

export const lineSchema = z.object({
  id: z.string(),
  ordinal: z.number(),
  person: personSchema,
  idTail: z.string().nullable(),
  village: z.string().nullable(),
  kinds: listOf(z.string()),
  /** 2017-10, or 2017-01～2017-10 */
  months: z.string(),
  dueFen: fen,
  postedBeforeFen: fen,
  /** Set off against claims, not negative. */
  offsetFen: fen,
  fen,
  holderName: z.string().nullable(),
  bankName: z.string().nullable(),
  accountTail: z.string().nullable(),
  /** waiting: neither held nor with the bank yet. */
  state: z.enum(['waiting', 'held', 'released', 'in_file', 'paid', 'returned', 'taken_back', 'cancelled']),
  code: z.string().nullable(),
  /** Why held or returned, in words. */
  stateWords: z.string().nullable(),
  stateOn: z.string().nullable(),
  why: listOf(z.string()),
  exceptions: listOf(z.string()),
  reissueOf: z.string().nullable(),
});

/** GET /pay/batches/{id}/lines */
export const linesQuery = z.object({
  filter: z.enum(['all', 'changed', 'held', 'returned']).default('all'),
  reason: z.enum(['提标', '新增', '停发', '补差', '扣回', '其他']).optional(),
  text: z.string().trim().max(40).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const linesSchema = z
  .object({ total: z.number(), totalFen: fen, lines: listOf(lineSchema) })
  .openapi('BatchLines');

/** GET /pay/batches/{id}/lines/{lineId} */
export const lineMonthsSchema = z.object({
  months: listOf(z.object({ kind: z.string(), month: z.string(), dueFen: fen, beforeFen: fen, fen })),
});

/** GET /pay/batches/{id}/sample */
export const sampleSchema = z
  .object({
    seed: z.string(),
    lines: listOf(
      lineSchema.extend({
        papers: listOf(z.object({ id: z.string(), title: z.string(), signedOn: z.string() })),
      }),
    ),
  })
  .openapi('BatchSample');

/** A signed paper in place of the caller's own pass code. */
const paper = { signer: z.string().trim().min(2).max(40).optional(), paperId: idSchema.optional() };
export const stepBody = z.object({ hash: HASH, ...paper });
export const sendBackBody = z.object({ hash: HASH, reason });
export const cancelBody = z.object({ reason });
export const recomputeBody = z.object({ commandKey: idSchema });
export const answerBody = z.object({
  key: z.string().max(120),
  answer: z.enum(['pay', 'hold']),
  reason,
  /** True where no answer was seen: one given meanwhile is then not overwritten. */
  isFirst: z.boolean().optional(),
});
export const answerAllBody = z.object({ keys: z.array(z.string().max(120)).min(1).max(2_000), reason });
export const releaseBody = z.object({ lineId: idSchema, reason });
export const exportBody = z.object({ layout: z.enum(['xlsx', 'fixed']).default('xlsx') });

export const exportSchema = batchAnswerSchema.extend({
  file: z.object({
    id: z.string(),
    name: z.string(),
    rows: z.number(),
    totalFen: fen,
    sha256: z.string(),
    isNew: z.boolean(),
  }),
});

/** POST /pay/batches/{id}/result: a multipart `file`; with `dry=true` it is read and counted, nothing is written. */
export const resultSchema = batchAnswerSchema.extend({
  isDry: z.boolean(),
  counts: z.object({
    rows: z.number(),
    paid: z.number(),
    paidFen: fen,
    returned: z.number(),
    returnedFen: fen,
    takenBack: z.number(),
    takenBackFen: fen,
    unchanged: z.number(),
    /** Sent to the bank, and no word of it in this file or before: in transit. */
    silent: z.number(),
    silentFen: fen,
  }),
});

const accountCells = {
  holder: z.enum(['self', 'other']).default('self'),
  holderName: z.string().trim().min(2, '请写户名').max(40),
  relation: z.string().trim().max(20).optional(),
  bankName: z.string().trim().max(60).optional(),
  account: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ''))
    .refine((text) => /^\d{8,32}$/.test(text), '账号应为 8 到 32 位数字')
    .openapi({ type: 'string' }),
  paperId: idSchema.optional(),
  reason: z.string().trim().max(500).optional(),
};
export const accountBody = z.object({
  personId: idSchema,
  /** Corrects this account; absent, another one is added. */
  accountId: idSchema.optional(),
  ...accountCells,
});
export const endAccountBody = z.object({ accountId: idSchema, reason });
export const reissueBody = z.object({ lineId: idSchema, ...accountCells });
export const reissueSchema = z.object({
  accountId: z.string(),
  version: z.number(),
  /** The debt goes into the next batch; this kind and month can be opened when the present one is done. */
  next: z.object({ kind: z.string(), month: z.string() }),
});

const accountCellsSchema = {
  id: z.string(),
  version: z.number(),
  holder: z.enum(['self', 'other']),
  holderName: z.string(),
  relation: z.string().nullable(),
  bankName: z.string().nullable(),
  accountTail: z.string(),
  paperId: z.string().nullable(),
  origin: z.enum(['import', 'screen']),
  state: z.enum(['live', 'ended']),
  reason: z.string().nullable(),
  by: z.string(),
  since: z.string(),
  /** As long as it is new a payment to it is an exception. */
  coolingUntil: z.string().nullable(),
};

/** GET /pay/accounts?personId= */
export const accountsSchema = z
  .object({
    accounts: listOf(z.object({ ...accountCellsSchema, isUsed: z.boolean() }).openapi('PayAccount')),
    /** Account on the roll, used until one is entered. */
    onRoll: z.object({ bankName: z.string().nullable(), accountTail: z.string() }).nullable(),
  })
  .openapi('PayAccounts');

/** GET /pay/accounts/changed */
export const changedAccountsSchema = z.object({
  from: z.string(),
  accounts: listOf(
    z
      .object({
        person: personSchema,
        village: z.string().nullable(),
        ...accountCellsSchema,
        isLast: z.boolean(),
      })
      .openapi('ChangedAccount'),
  ),
});
export const accountSavedSchema = z.object({ id: z.string(), version: z.number() });

/** GET /pay/batches/{id}/print: what 花名册, 批准单, 签收表, 本月变动表 and 补发明细 are made of. */
export const printSchema = z
  .object({
    number: z.string(),
    kind: z.string(),
    month: z.string(),
    office: z.string(),
    state: stateSchema,
    hash: z.string(),
    checkCode: z.string(),
    people: z.number(),
    lines: z.number(),
    totalFen: fen,
    /** Sum in 大写. */
    totalWords: z.string(),
    held: z.object({ lines: z.number(), fen }),
    payableFen: fen,
    payableWords: z.string(),
    steps: listOf(stepSchema),
    /** 一人办公，纸质签批; null where three hands are there. */
    onePersonWords: z.string().nullable(),
    previous: batchSchema.shape.previous,
    differences: batchSchema.shape.differences,
    exceptions: listOf(exceptionSchema),
    roll: listOf(
      z.object({
        ordinal: z.number(),
        name: z.string(),
        idMasked: z.string().nullable(),
        village: z.string().nullable(),
        kinds: listOf(z.string()),
        months: z.string(),
        dueFen: fen,
        postedBeforeFen: fen,
        offsetFen: fen,
        fen,
        holderName: z.string().nullable(),
        accountTail: z.string().nullable(),
        state: z.string(),
        stateWords: z.string().nullable(),
      }),
    ),
    /** 本月变动表: whoever is paid otherwise than in the payment before; the sums of groups are the differences. */
    changes: listOf(
      z.object({
        group: z.enum(CHANGE_GROUPS),
        words: z.string(),
        name: z.string(),
        village: z.string().nullable(),
        category: z.string(),
        fromFen: fen.nullable(),
        toFen: fen.nullable(),
        fen,
        why: z.string(),
      }),
    ),
    /** 补发明细: months before the batch's own. */
    arrears: listOf(
      z.object({
        ordinal: z.number(),
        name: z.string(),
        village: z.string().nullable(),
        kind: z.string(),
        from: z.string(),
        to: z.string(),
        months: z.number(),
        dueFen: fen,
        postedBeforeFen: fen,
        fen,
      }),
    ),
  })
  .openapi('BatchPrint');

/** GET /pay/returns */
export const returnsSchema = z
  .object({
    returns: listOf(
      z.object({
        lineId: z.string(),
        batchId: z.string(),
        number: z.string(),
        kind: z.string(),
        month: z.string(),
        person: personSchema,
        fen,
        state: z.enum(['returned', 'taken_back']),
        reason: z.string().nullable(),
        on: z.string(),
        accountTail: z.string().nullable(),
        /** A newer account than the one it was sent to. */
        hasNewAccount: z.boolean(),
      }),
    ),
  })
  .openapi('PayReturns');
