/** One thing that is not as it was written. Ids and codes only; the title of a paper so that it can be found. */
export interface Finding {
  readonly code:
    | 'file_missing'
    | 'file_altered'
    | 'paper_file_unknown'
    | 'evidence_paper_missing'
    | 'evidence_record_missing'
    | 'person_missing'
    | 'village_missing'
    | 'import_missing'
    | 'import_counts'
    | 'history_gap'
    | 'frozen_changed'
    | 'log_altered'
    | 'log_missing'
    | 'log_gap'
    | 'log_unsealed'
    | 'log_cut'
    | 'log_apart'
    | 'backup_damaged'
    | 'accrual_chain'
    | 'trace_altered'
    | 'run_altered'
    | 'accrual_before_start'
    | 'award_unposted'
    | 'payable_negative'
    | 'claim_wrong'
    | 'recovery_wrong'
    | 'line_altered'
    | 'item_wrong'
    | 'paid_twice'
    | 'claimed_and_paid'
    | 'batch_altered'
    | 'batch_changed_after'
    | 'batch_steps'
    | 'batch_same_hand'
    | 'line_steps'
    | 'bank_file_wrong'
    | 'batch_unfinished'
    | 'account_gap'
    | 'period_altered'
    | 'row_altered';
  /** What the office reads and does. */
  readonly message: string;
  readonly countyId?: number;
  readonly recordKind?: string;
  readonly recordId?: string;
  readonly sha256?: string;
  readonly seq?: number | null;
  readonly backup?: string;
}

export interface Checked {
  readonly count: number;
  readonly findings: readonly Finding[];
}
