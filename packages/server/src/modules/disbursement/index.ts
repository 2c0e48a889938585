export { endAccount, type NewAccount, saveAccount } from './account.ts';
export { listAccounts } from './account-list.ts';
export { accountRoutes } from './account-routes.ts';
export {
  AWARD_FUNDS,
  AWARD_KINDS,
  type AwardFund,
  type AwardKind,
  type AwardsAsked,
  decideAwards,
  type NewAward,
} from './award.ts';
export { type ListedAward, listAwards } from './award-list.ts';
export { type Revoking, revokeAward } from './award-revoke.ts';
export { notRevoked } from './award-rules.ts';
export { exportBatch } from './bank-export.ts';
export { takeResult, tryResult } from './bank-result.ts';
export { readResult } from './bank-result-read.ts';
export { cancelBatch, endBatch, requireRecomputable } from './batch-cancel.ts';
export { closeBatch } from './batch-close.ts';
export {
  answerOf as batchAnswerOf,
  type BatchAnswer,
  type BatchHead,
  type BatchPlace,
  checkCode,
  findBatch,
  holdBatch,
  placeOfBatch,
} from './batch-find.ts';
export { payHome, paysHere } from './batch-home.ts';
export { batchIndicators } from './batch-indicators.ts';
export { batchOfKey, type OpenAsked, openBatch, underWay } from './batch-open.ts';
export { batchPlaceOf, batchRoutes } from './batch-routes.ts';
export { requireMay } from './batch-rules.ts';
export { showBatch } from './batch-show.ts';
export {
  BATCH_STATES,
  type BatchState,
  LINE_WORDS,
  PAID_KINDS,
  PAPER_WORDS,
  type PaidKind,
  STATE_WORDS as BATCH_STATE_WORDS,
} from './batch-words.ts';
export { type BookedChange, closedWords, requireBookable } from './booked.ts';
export { type BudgetOfYear, budgetsOf } from './budget-year.ts';
export {
  claimsOf,
  type FreeAccrual,
  netKey,
  PENSIONS,
  pendingKeys,
  raiseClaims,
  readFree,
} from './claim.ts';
export { type Debt, debtsOf } from './claim-debt.ts';
export { type ClaimPlace, lockPeople, recoveredOf } from './claim-hold.ts';
export { type ClaimOfPerson, type ListedClaim, listClaims } from './claim-list.ts';
export { claimPlaceOf } from './claim-routes.ts';
export { giveNotice, planClaims, proposeWriteOff } from './claim-step.ts';
export { viewBatch } from './exception.ts';
export { answerException, carryAnswers } from './exception-answer.ts';
export { addFund, FUND_KINDS, FUND_LEVELS, listFunds, sumFunds, undoFund } from './fund.ts';
export { fundRoutes } from './fund-routes.ts';
export * from './indicators.ts';
export { type ItemRole, isItemOf, roleOf } from './items.ts';
export { ledgerRoutes } from './ledger-routes.ts';
export { listLines } from './line-find.ts';
export { itemsOfLines } from './line-items.ts';
export { drawPlace, type LineRow, lineRows, monthsText, stateWords } from './line-list.ts';
export { releaseLine } from './line-release.ts';
export { DEAD_STATES, lineState } from './line-state.ts';
export { offsettable, setOffBefore, undoOffsets } from './offset.ts';
export { enterOpeningDebt, type OpeningDebt } from './opening.ts';
export { liveAwards } from './paid-facts.ts';
export { countyApproves, countyApprovesAbove, offsetClaims } from './pay-settings.ts';
export { amongPeople, lockLedger, lockTown } from './people.ts';
export {
  type AccountSum,
  blockersOf,
  bookDay,
  closedMonths,
  closeMonth,
  listPeriods,
  postingMonth,
  trialBalance,
} from './period.ts';
export {
  type AccrualCause,
  findRun,
  type NewAccrual,
  postRun,
  type RunAnswer,
  type RunCause,
  type RunPlace,
  type UnknownRight,
} from './post.ts';
export { batchHash, lineHash, monthHash, runHash, type Writing } from './proof.ts';
export { receiveCash, undoRecovery, writeOff } from './recovery.ts';
export { type RollForward, rollForward } from './roll-forward.ts';
export { runSchema } from './run-schemas.ts';
export { batchAnswerSchema, openBody, recomputeBody } from './schemas.ts';
export * from './sheets.ts';
export {
  fixStarts,
  type NewStart,
  namedStart,
  nameLedgerStart,
  type RightStart,
  readStarts,
  type StartBook,
  startOf,
} from './start.ts';
export { approveBatch, reviewBatch, sendBackBatch, submitBatch } from './step.ts';
export * from './timeline.ts';
export { type KeptTrace, keptTrace } from './trace.ts';
export { acceptSlip, addSlip, type NewSlip, withdrawSlip } from './transfer.ts';
export { listSlips, paidThroughOf } from './transfer-list.ts';
export { transferRoutes } from './transfer-routes.ts';
export * from './words.ts';
