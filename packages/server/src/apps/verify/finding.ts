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
    | 'backup_damaged';
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
